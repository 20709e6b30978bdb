"""The program without a screen: values, clocks, use cases, figures, reports, exchange, shell."""
