package io.partyline.benchmarks.load;

import java.time.Duration;

/// What a server has used up. Safe for use by many threads at once.
interface Cost {
    /// The processor time that it has had, user and system.
    Duration used();

    /// The memory that it has now, in KiB; 0 where the system does not say.
    long residentKb();
}
