package io.partyline.javasound;

import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.rehearsal.ConsoleContract;
import io.partyline.rehearsal.HostSeatContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/// With devices, and with none.
class JavaSoundContractsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static FakeComputer computer(FakeDevice... devices) {
        return new FakeComputer(NanoTime.ofThisComputer(), devices);
    }

    private static JavaSoundSeat seat(FakeComputer computer) {
        var settings = new SoundSettings(Optional.empty(), Optional.empty(), 8);
        return new JavaSoundSeat(computer.devices(), settings, SECOND, _ -> {}, computer.time);
    }

    private static JavaSoundConsole console(FakeComputer computer) {
        var settings = new SoundSettings(Optional.of("Console"), Optional.empty(), 8);
        return new JavaSoundConsole(computer.devices(), settings, SECOND, _ -> {}, computer.time);
    }

    @Nested
    class OfASeat extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return JavaSoundContractsTest.seat(
                    computer(
                            FakeDevice.output("Headphones", 2),
                            FakeDevice.microphone("Microphone", 44_100, 1)));
        }
    }

    @Nested
    class OfASeatWithoutDevices extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return JavaSoundContractsTest.seat(computer());
        }
    }

    @Nested
    class OfAConsole extends ConsoleContract {
        @Override
        protected Console console() {
            return JavaSoundContractsTest.console(computer(FakeDevice.output("Console", 8)));
        }
    }

    @Nested
    class OfAConsoleWithoutADevice extends ConsoleContract {
        @Override
        protected Console console() {
            return JavaSoundContractsTest.console(computer());
        }
    }
}
