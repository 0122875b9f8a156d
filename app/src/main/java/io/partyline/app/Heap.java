package io.partyline.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// How much memory the program fills before it collects what nobody needs any more; it may take
/// more when it must.
///
/// A collector that is left alone fills whatever it may, and a show of ten lines would take the
/// memory of a thousand. Measured: as the collector counts, 136 MB stay of a show at whose desk
/// somebody works, and less than 0.1 MB of a line that is held. With little room above that it does
/// nothing but collect (half a processor at 161 MB, ten clicks a second); more than twice and a
/// half is plenty.
///
/// @param lines of the show
record Heap(int lines) {
    private static final long MEBIBYTE = 1 << 20;
    private static final long SHOW = 384 * MEBIBYTE;
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
