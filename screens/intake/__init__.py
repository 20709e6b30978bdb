"""Intake: what an agent sees and types while the customer talks."""
