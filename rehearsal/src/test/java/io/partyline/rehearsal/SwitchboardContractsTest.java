package io.partyline.rehearsal;

import io.partyline.port.Switchboard;
import io.partyline.port.Telephony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// A real show, and the one that telephone networks are tested with, answer alike.
class SwitchboardContractsTest {
    @Nested
    class OfAStudio extends SwitchboardContract {
        private final StudioUnderTest house = new StudioUnderTest(Telephony.off(), false);

        @Override
        protected Switchboard show() {
            return house.studio();
        }

        @AfterEach
        void close() {
            house.close();
        }
    }

    @Nested
    class OfTheWaitingRoom extends SwitchboardContract {
        private final WaitingRoom room = new WaitingRoom();

        @Override
        protected Switchboard show() {
            return room;
        }
    }
}
