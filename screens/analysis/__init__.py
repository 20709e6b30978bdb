"""The analysis screen: figures, histograms and groups over a period."""
