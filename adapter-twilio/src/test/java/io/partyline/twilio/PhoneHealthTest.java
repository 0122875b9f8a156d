package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneHealthTest {
    @Test
    void aTelephoneThatIsWellNeedsNoWords() {
        var well = new PhoneHealth(3, 0, 0, 0, 60, 0, 0, 0, Optional.empty(), Optional.empty());
        assertThat(well.remarks()).isEmpty();
    }

    @Test
    void whateverIsNotAsItShouldBeIsSaid() {
        var ill =
                new PhoneHealth(
                        3,
                        1,
                        1_240,
                        60,
                        400,
                        2,
                        5,
                        3,
                        Optional.of("The signature does not fit."),
                        Optional.of("A caller fell out of the queue."));
        assertThat(ill.remarks())
                .isEqualTo(
                        " Callers who hear nothing, because their line takes no sound: 1. 1.2 s of"
                                + " callers' audio never came. 0.1 s of callers' audio were dropped,"
                                + " because their count says that they had come before. Messages that"
                                + " were not understood: 2. Turned away: 5, the last because: The"
                                + " signature does not fit. What was no request at all: 3. The last"
                                + " trouble was: A caller fell out of the queue.");
    }
}
