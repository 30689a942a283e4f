"""OKX's face of the demo exchange: contracts counted in pieces, cliff tiers, a ratio that is safe when high."""
