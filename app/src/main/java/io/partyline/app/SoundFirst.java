package io.partyline.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Asks the computer to run the calling thread as soon as it has something to do, though others are
/// running.
///
/// Linux lets a thread that runs go on for its whole slice, 1.4 to 3 ms, before one that wakes up
/// gets its turn, unless the latter asks for short slices. Threads of the show's clock need less
/// than a tenth of a millisecond at a time, so they ask for that; it takes no rights, and older
/// kernels ignore it. Other systems are left as they are.
final class SoundFirst implements Runnable {
    /// In nanoseconds; the least that the kernel takes.
    static final long SLICE = 100_000;

    private static final int READ_SIZE = 48;
    private static final MemoryLayout ATTRIBUTES =
            MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("size"),
                    ValueLayout.JAVA_INT.withName("policy"),
                    ValueLayout.JAVA_LONG.withName("flags"),
                    ValueLayout.JAVA_INT.withName("nice"),
                    ValueLayout.JAVA_INT.withName("priority"),
                    ValueLayout.JAVA_LONG.withName("runtime"),
                    ValueLayout.JAVA_LONG.withName("deadline"),
                    ValueLayout.JAVA_LONG.withName("period"));
    private static final VarHandle RUNTIME =
            ATTRIBUTES.varHandle(PathElement.groupElement("runtime"));

    /// The numbers of `sched_setattr` and `sched_getattr`, by processor.
    private record Calls(long write, long read) {}

    private static final Map<String, Calls> CALLS =
            Map.of("amd64", new Calls(314, 315), "aarch64", new Calls(274, 275));

    private final Optional<MethodHandle> kernel;
    private final Calls calls;

    private SoundFirst(Optional<MethodHandle> kernel, Calls calls) {
        this.kernel = kernel;
        this.calls = calls;
    }

    static SoundFirst ofThisComputer() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /// @param system and processor, as Java names them
    static SoundFirst of(String system, String processor) {
        Calls known = CALLS.getOrDefault(processor, new Calls(0, 0));
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux") && known.write() > 0;
        return new SoundFirst(linux ? kernel() : Optional.empty(), known);
    }

    /// `long syscall(long number, int thread, void *attributes, int size or flags, int flags)`.
    private static Optional<MethodHandle> kernel() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("syscall")
                .map(call ->
                        linker.downcallHandle(
                                call,
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_INT),
                                Linker.Option.firstVariadicArg(1)));
    }

    /// Asks; where that cannot be done, nothing changes.
    @Override
    public void run() {
        change(SLICE);
    }

    private void change(long slice) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES);
            if (call(calls.read(), attributes, READ_SIZE, 0)) {
                RUNTIME.set(attributes, 0L, slice);
                call(calls.write(), attributes, 0, 0);
            }
        }
    }

    /// The slice of the calling thread in nanoseconds; 0 if the computer does not say.
    long slice() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES);
            return call(calls.read(), attributes, READ_SIZE, 0)
                    ? (long) RUNTIME.get(attributes, 0L)
                    : 0;
        }
    }

    private boolean call(long number, MemorySegment attributes, int first, int second) {
        return kernel.isPresent() && answer(kernel.get(), number, attributes, first, second) == 0;
    }

    private static long answer(
            MethodHandle kernel, long number, MemorySegment attributes, int first, int second) {
        try {
            return (long) kernel.invokeExact(number, 0, attributes, first, second);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a call of the kernel throws nothing", impossible);
        }
    }
}
