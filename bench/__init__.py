"""Speed and memory of the product, measured beside the bare equivalent; no tests, and nothing the product needs."""
