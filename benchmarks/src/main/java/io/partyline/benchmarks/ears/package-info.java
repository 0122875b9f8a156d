/// Whether the show keeps its time while the process that hears is killed or stopped.
///
/// `java -cp benchmarks/target/partyline-benchmarks-0.1.0-SNAPSHOT.jar
/// io.partyline.benchmarks.ears.EarsCommand` runs it from the project's folder, once `mvn package
/// -DskipTests` has built everything. The show is in the same process here, since it is the audio
/// thread that is watched.
///
/// Reading order: [EarsCommand] (what is done), [TickWatch] (how late each tick began), [Talkers]
/// (the callers, and what they missed), [Child] (the process that hears).
@NullMarked
package io.partyline.benchmarks.ears;

import org.jspecify.annotations.NullMarked;
