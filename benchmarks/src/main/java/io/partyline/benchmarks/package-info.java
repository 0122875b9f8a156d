/// Measurements, to be run with JMH.
///
/// Reading order: [TelephoneBenchmark] (what a leg costs), [MixerBenchmark] (what a tick costs).
@NullMarked
package io.partyline.benchmarks;

import org.jspecify.annotations.NullMarked;
