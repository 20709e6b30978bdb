"""The analysis screen: views of figures over a period, down to the tickets behind them."""
