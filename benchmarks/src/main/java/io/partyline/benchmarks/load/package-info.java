/// A load: so many telephone streams, in the carrier's protocol, against the real program over
/// loopback, and what they show.
///
/// `java -cp benchmarks/target/partyline-benchmarks-0.1.0-SNAPSHOT.jar
/// io.partyline.benchmarks.load.LoadCommand` runs it from the project's folder, once `mvn package
/// -DskipTests` has built everything; `--help` lists the options. Nothing here knows the show from
/// inside: it comes through the two doors like anybody else.
///
/// Reading order: [LoadCommand] and [LoadRun] (what is done), [DeskPlay] (the desk, played at
/// random), [AttackRun] and [Attack] (strangers at the doors), [Soak] (many short calls, and what
/// is left of them), [Crowd], [Line] and [Trunk] (a call, and the thread that holds them all),
/// [Party] (who heard whom), [Pace] and [Outcome] (what the figures mean), [PlainPeer] (the
/// baseline).
@NullMarked
package io.partyline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
