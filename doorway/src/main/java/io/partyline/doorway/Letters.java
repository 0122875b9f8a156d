package io.partyline.doorway;

/// Whether bytes are UTF-8, byte by byte: the shortest form of each letter, no surrogates, nothing
/// above U+10FFFF (RFC 3629). For one thread.
final class Letters {
    private int begun;
    private int missing;
    private int least = 0x80;
    private int most = 0xbf;

    /// The next byte.
    ///
    /// @return false if what has come is not UTF-8
    boolean take(int next) {
        if (missing == 0) {
            return begin(next);
        }
        boolean fits = next >= least && next <= most;
        missing--;
        begun = missing == 0 ? 0 : begun + 1;
        least = 0x80;
        most = 0xbf;
        return fits;
    }

    /// Whether the text may end here.
    boolean whole() {
        return missing == 0;
    }

    /// How many bytes there are of a letter that is not whole yet.
    int begun() {
        return begun;
    }

    private boolean begin(int first) {
        if (first < 0x80) {
            return true;
        }
        if (first < 0xc2 || first > 0xf4) {
            return false;
        }
        begun = 1;
        missing = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        return true;
    }
}
