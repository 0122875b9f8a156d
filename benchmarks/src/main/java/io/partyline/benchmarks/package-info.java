/// Measurements.
@NullMarked
package io.partyline.benchmarks;

import org.jspecify.annotations.NullMarked;
