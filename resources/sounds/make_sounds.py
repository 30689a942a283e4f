"""Make the alarm sounds with the standard library: one WAV per level, mono, 16 bit, 11,025 Hz.

Priority is told by pattern, not by loudness alone: critical is two bursts of five pulses, danger one burst of three,
warning a single soft tone. What nobody has acknowledged for three minutes is the critical pattern, louder and sharper.
Each pulse has a fundamental between 150 and 1,000 Hz and harmonics up to 4 kHz, so that it is heard on small speakers
and can be located. Source: IEC 60601-1-8 (patterns, harmonics).

Run it in this folder to write the files again.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 11_025  # samples per second
HARMONICS = (1.0, 0.55, 0.4, 0.28, 0.2)  # strengths of the multiples of the fundamental
SHARP = (1.0, 0.9, 0.8, 0.65, 0.5)  # more of what ears hear best, 2 to 4 kHz
DRIVE = 2.5  # how far the urgent pattern is pressed against its peak
FADE_S = 0.015

Note = tuple[float, float]
"""(fundamental [Hz], length [s]); a fundamental of 0 is a pause."""

_BURST_OF_FIVE: list[Note] = [
    (523.25, 0.12),
    (0, 0.06),
    (659.25, 0.12),
    (0, 0.06),
    (783.99, 0.14),
    (0, 0.22),
    (659.25, 0.12),
    (0, 0.06),
    (783.99, 0.16),
]
_TWO_BURSTS: list[Note] = [*_BURST_OF_FIVE, (0, 0.45), *_BURST_OF_FIVE]
PATTERNS: dict[str, tuple[float, tuple[float, ...], list[Note]]] = {
    "urgent": (0.99, SHARP, _TWO_BURSTS),
    "critical": (0.75, HARMONICS, _TWO_BURSTS),
    "danger": (0.70, HARMONICS, [(523.25, 0.18), (0, 0.14), (523.25, 0.18), (0, 0.14), (440.0, 0.24)]),
    "warning": (0.50, HARMONICS, [(440.0, 0.30)]),
}


def pulse(frequency: float, length_s: float, harmonics: tuple[float, ...]) -> list[float]:
    """Return the samples of one pulse in -1..1; silence where the frequency is 0."""
    count = int(RATE * length_s)
    if not frequency:
        return [0.0] * count
    total = sum(harmonics)
    fade = int(RATE * FADE_S)
    samples = []
    for index in range(count):
        phase = 2 * math.pi * frequency * index / RATE
        tone = sum(strength * math.sin(phase * (order + 1)) for order, strength in enumerate(harmonics)) / total
        envelope = min(1.0, index / fade, (count - index) / fade)
        samples.append(envelope * tone)
    return samples


def write(path: Path, loudness: float, harmonics: tuple[float, ...], notes: list[Note]) -> None:
    """Write one pattern as a WAV file, its peak at `loudness`."""
    samples = [sample for frequency, length_s in notes for sample in pulse(frequency, length_s, harmonics)]
    peak = max(map(abs, samples))
    if harmonics is SHARP:
        samples = [math.tanh(DRIVE * sample / peak) for sample in samples]
        peak = max(map(abs, samples))
    gain = loudness * 32_767 / peak
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *(int(sample * gain) for sample in samples)))


if __name__ == "__main__":
    for name, (loudness, harmonics, notes) in PATTERNS.items():
        write(Path(__file__).with_name(f"{name}.wav"), loudness, harmonics, notes)
