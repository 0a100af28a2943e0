"""The library: fictional organisations, leaders and interviews, the same ones for the same seed."""
