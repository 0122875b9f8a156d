package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 400, 1000})
    void everyLineHasRoomForItsStreamsItsTicketsAndItsWebhook(int lines) {
        var capacity = new Capacity(lines);
        assertThat(capacity.streams()).isGreaterThanOrEqualTo(2 * lines);
        assertThat(capacity.tickets()).isGreaterThanOrEqualTo(2 * lines);
        assertThat(capacity.connections()).isGreaterThanOrEqualTo(capacity.streams() + lines);
        assertThat(capacity.backlog()).isGreaterThanOrEqualTo(capacity.connections());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void noOtherNumberOfLinesIsTaken(int lines) {
        assertThatThrownBy(() -> new Capacity(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aThousandCallersHaveATicketEach() {
        var tokens = new StreamTokens(new Capacity(1000), () -> 0);
        String first = tokens.issue(Sample.call(0));
        for (int caller = 1; caller < 1000; caller++) {
            tokens.issue(Sample.call(caller));
        }
        assertThat(tokens.spend(first, Sample.call(0))).isTrue();
    }
}
