/// Stand-ins for the world, so that a whole show can be run offline: strict fakes of every port,
/// the contract tests that they share with the real adapters, and a troupe that plays a script.
///
/// Reading order: [MemoryJournal], [MemoryStems], [MemoryCallerBook] (what a show leaves behind),
/// [HandClock], [HandSeat], [HandConsole], [HandShelf] and [HandProgramOut] (a show's sound, worked
/// by hand), [HandTelephony] and [HandCall] (a telephone network worked by hand), [ToneVoice],
/// [ScriptedModel], [KnownVoices] (voices, model and recogniser that know their lines),
/// [OneSentenceModel] (a file from which the real recogniser knows one), [RehearsalRoom] (a studio
/// that is put together of them), [MadeUpSounds] (what it plays), then [Script], [Troupe] and
/// [Director] (a show that plays itself). The telephone company that the troupe dials is a module
/// of its own, `rehearsal-carrier`.
///
/// For tests of what is written down: [LongShow] (a show made up from a seed), [Victim] (a program
/// to be killed), [DiskTrace] and [PowerCut] (what it asks of the disk, and what is there of that
/// when the power goes), [Riff] and [Tool] (sound files, read by others than those who wrote them),
/// [MarkedSecret] (keys that must not be printed), [Ports]. For tests of what is seen: [Chromium],
/// with [InChromium] on each of them.
///
/// The contracts, each for whoever carries that port: [JournalContract], [StemRecorderContract],
/// [CallerBookContract], [SoundShelfContract], [ShowClockContract], [HostSeatContract],
/// [ConsoleContract], [ProgramOutContract], [TelephonyContract], [SpeechSynthesizerContract],
/// [LanguageModelContract], [TranscriberContract]; and [SwitchboardContract] for a show that a
/// telephone network reports to.
@NullMarked
package io.partyline.rehearsal;

import org.jspecify.annotations.NullMarked;
