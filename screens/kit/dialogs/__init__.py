"""Dialogs: modal screens that ask or tell and do nothing else; each gives a result or None."""
