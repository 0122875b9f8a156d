package io.partyline.show;

/// How loud the program of a show was, as broadcasters count it (EBU R128), of one channel.
///
/// @param fromSample where in the show it was measured from, in samples at 48 kHz: 0, or where the
///   show went on after the last restart
/// @param integrated all of it, in LUFS; -120 if nothing was loud enough to count
/// @param range how far quiet and loud stretches lie apart, in LU
/// @param truePeak the highest peak, between the samples too, in dBTP
/// @param maxMomentary the loudest 400 ms, in LUFS
/// @param maxShortTerm the loudest 3 s, in LUFS
public record HowLoud(
        long fromSample,
        double integrated,
        double range,
        double truePeak,
        double maxMomentary,
        double maxShortTerm) {}
