"""The embedded exchange: several venues over one invented market, on loopback; the demo and the test bench.

It imports nothing of the program but `monitor.resources`: its margin arithmetic is its own, so that it can prove ours.
"""
