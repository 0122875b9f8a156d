package io.partyline.rehearsal;

import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.ProgramOut;
import io.partyline.port.ShowClock;
import io.partyline.studio.ComputerClock;
import org.junit.jupiter.api.Nested;

/// The computer's clock, the stand-ins, and what stands there when there is nothing.
class SoundContractsTest {
    @Nested
    class OfTheComputersClock extends ShowClockContract {
        @Override
        protected ShowClock clock() {
            return new ComputerClock();
        }
    }

    @Nested
    class OfHandClock extends ShowClockContract {
        @Override
        protected ShowClock clock() {
            return new HandClock();
        }

        @Override
        protected void pass(ShowClock clock, int count) {
            ((HandClock) clock).crank(count);
        }
    }

    @Nested
    class OfHandSeat extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return new HandSeat();
        }
    }

    @Nested
    class OfASeatWithASpokenMicrophone extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return new HandSeat(new SpokenMicrophone());
        }
    }

    @Nested
    class OfNoSeat extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return HostSeat.none();
        }
    }

    @Nested
    class OfHandConsole extends ConsoleContract {
        @Override
        protected Console console() {
            return new HandConsole();
        }
    }

    @Nested
    class OfNoConsole extends ConsoleContract {
        @Override
        protected Console console() {
            return Console.none();
        }
    }

    @Nested
    class OfHandProgramOut extends ProgramOutContract {
        @Override
        protected ProgramOut out() {
            return new HandProgramOut();
        }
    }

    @Nested
    class OfNoProgramOut extends ProgramOutContract {
        @Override
        protected ProgramOut out() {
            return ProgramOut.none();
        }
    }
}
