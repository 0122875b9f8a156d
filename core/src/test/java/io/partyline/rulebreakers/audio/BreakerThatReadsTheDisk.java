package io.partyline.rulebreakers.audio;

import java.nio.file.Path;

/// Sound that waits for a disk.
public record BreakerThatReadsTheDisk(Path file) {}
