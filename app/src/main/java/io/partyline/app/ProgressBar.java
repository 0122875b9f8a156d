package io.partyline.app;

import java.io.PrintStream;

/// How far something has come: a line that is drawn over and over on a screen, or a new line every
/// tenth in a log.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int PERCENT = 100;
    private static final int TENTH = 10;

    private final PrintStream out;
    private final boolean screen;
    private int shown = -1;

    /// @param screen whether somebody looks on; otherwise it is a log
    ProgressBar(PrintStream out, boolean screen) {
        this.out = out;
        this.screen = screen;
    }

    /// So much of the whole is done.
    void at(long done, long whole) {
        int percent = (int) (PERCENT * done / Math.max(1, whole));
        int step = screen ? percent : percent / TENTH * TENTH;
        if (step == shown) {
            return;
        }
        shown = step;
        if (screen) {
            int filled = WIDTH * step / PERCENT;
            out.print(
                    "\r[%s%s] %3d %%"
                            .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), step));
            out.flush();
        } else {
            out.println(step + " %");
        }
    }

    /// What comes next stands on a line of its own.
    void end() {
        if (screen) {
            out.println();
        }
    }
}
