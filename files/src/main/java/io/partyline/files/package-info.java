/// What everybody who lays files into the data folder has in common: they are closed to others,
/// they have names that every file system can live with, and what goes wrong is said in words.
///
/// Reading order: [Private], [FileNames], [DiskTrouble], [WavHead] (what every sound file of ours
/// begins with).
///
/// What may not live here: what else is in the files. Nothing here knows the show, and adapters may
/// know this beside core.
@NullMarked
package io.partyline.files;

import org.jspecify.annotations.NullMarked;
