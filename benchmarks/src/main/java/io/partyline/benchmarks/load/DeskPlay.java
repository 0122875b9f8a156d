package io.partyline.benchmarks.load;

final class DeskPlay {
    DeskPlay(LoadOptions options, Cores cores, Report report) {}

    boolean run() {
        return false;
    }
}
