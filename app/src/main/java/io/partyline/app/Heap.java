package io.partyline.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// How much memory the program fills before it collects what nobody needs any more; it may take
/// more when it must.
///
/// A collector that is left alone fills whatever it may, and a show of ten lines would take the
/// memory of a thousand. Measured: a show with nobody in it keeps 28 MB and a line that is held
/// less than 0.1 MB; twice and a half of that, and room for what an evening remembers, lets a full
/// house be collected every few seconds.
///
/// @param lines of the show
record Heap(int lines) {
    private static final long MEBIBYTE = 1 << 20;
    private static final long SHOW = 160 * MEBIBYTE;
    private static final long LINE = MEBIBYTE / 4;
    private static final String OPTION = "SoftMaxHeapSize";

    /// Bytes from which on it collects.
    long wanted() {
        return SHOW + lines * LINE;
    }

    /// Tells the JVM; never more than it may have at all.
    void settle() {
        long most = Runtime.getRuntime().maxMemory();
        diagnostics().setVMOption(OPTION, Long.toString(Math.min(wanted(), most)));
    }

    /// Bytes from which on this JVM collects.
    static long settled() {
        return Long.parseLong(diagnostics().getVMOption(OPTION).getValue());
    }

    private static HotSpotDiagnosticMXBean diagnostics() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }
}
