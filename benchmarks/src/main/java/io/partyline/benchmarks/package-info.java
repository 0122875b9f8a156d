/// Measurements, to be run with JMH; the whole program under load is measured by
/// `io.partyline.benchmarks.load`.
///
/// Reading order: [TelephoneBenchmark] (what a leg costs), [MixerBenchmark] (what a tick costs),
/// [StoreBenchmark] (what it costs to keep a show).
@NullMarked
package io.partyline.benchmarks;

import org.jspecify.annotations.NullMarked;
