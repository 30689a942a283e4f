"""What is not so: positions, prices and money changed by hand; a trade before it is made."""
