"""Study, organise and follow up a public effort that no single agency owns."""

__version__ = "0.1.0"
