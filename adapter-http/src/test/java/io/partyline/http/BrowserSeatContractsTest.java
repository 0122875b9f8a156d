package io.partyline.http;

import io.partyline.port.HostSeat;
import io.partyline.rehearsal.HostSeatContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// With a page that sits there, and with none.
class BrowserSeatContractsTest {
    @Nested
    class OfASeatThatNobodySitsAt extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return new BrowserSeat();
        }
    }

    @Nested
    class OfASeatWithAPage extends HostSeatContract {
        private final SeatVisit visit = new SeatVisit();
        private final SeatClient page = visit.seated("tab");

        @Override
        protected HostSeat seat() {
            for (int i = 0; i < 5; i++) {
                page.speak(0.5f);
            }
            return visit.seat;
        }

        @AfterEach
        void leave() {
            page.close();
            visit.close();
        }
    }
}
