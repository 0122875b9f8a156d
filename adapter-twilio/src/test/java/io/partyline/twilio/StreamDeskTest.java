package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;
import io.partyline.show.CallId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who opens a stream, and what the host is told of whoever may not.
class StreamDeskTest {
    private static final CallId CALL = Sample.call(1);
    private static final String TARGET = Addresses.STREAM;

    private static final Handset HANDSET =
            new Handset() {
                @Override
                public void play(PhoneFrame frame) {
                    // Nobody listens.
                }

                @Override
                public void over() {
                    // Nobody listens.
                }
            };

    private final ScriptedSwitchboard show = new ScriptedSwitchboard();
    private final Signatures signatures = new Signatures(Sample.TOKEN);
    private final StreamTokens tokens = new StreamTokens(System::nanoTime);
    private final Traffic traffic = new Traffic(new Capacity(1));
    private final StreamDesk desk =
            new StreamDesk(
                    Sample.ACCOUNT,
                    signatures,
                    new Addresses(Sample.BASE),
                    tokens,
                    show,
                    traffic,
                    new FrameText());

    @AfterEach
    void close() {
        show.close();
    }

    private static StreamMessage.Start start(String account, String call, String ticket) {
        return new StreamMessage.Start(CarrierSocket.STREAM, account, call, ticket, true);
    }

    private Optional<String> objection(StreamMessage.Start start) {
        assertThat(desk.admit(start, HANDSET)).isEmpty();
        return traffic.health(0).lastRefusal();
    }

    @Test
    void aStreamWithATicketLeadsToItsCall() {
        show.knows(CALL);
        assertThat(desk.admit(start(Sample.ACCOUNT, CALL.value(), tokens.issue(CALL)), HANDSET))
                .contains(show.legs().getLast());
        assertThat(traffic.health(0).refused()).isZero();
    }

    @Test
    void whoseAccountItIsNeedNotBeSaid() {
        show.knows(CALL);
        assertThat(desk.admit(start("", CALL.value(), tokens.issue(CALL)), HANDSET)).isPresent();
    }

    @Test
    void anotherAccountsStreamIsNotLetInAndItsTicketStaysGood() {
        show.knows(CALL);
        String ticket = tokens.issue(CALL);
        assertThat(objection(start(Sample.sid("AC", 2), CALL.value(), ticket)))
                .contains("A stream came from another account.");
        assertThat(desk.admit(start(Sample.ACCOUNT, CALL.value(), ticket), HANDSET)).isPresent();
    }

    @Test
    void anIdThatNeedsEscapingIsRefused() {
        assertThat(objection(start(Sample.ACCOUNT, "a call", "")).orElseThrow())
                .startsWith("A stream has an id that cannot be used");
        var stream = new StreamMessage.Start("a/b", Sample.ACCOUNT, CALL.value(), "", true);
        assertThat(objection(stream).orElseThrow())
                .startsWith("A stream has an id that cannot be used");
    }

    @Test
    void otherAudioThanATelephonesIsRefused() {
        var music =
                new StreamMessage.Start(
                        CarrierSocket.STREAM, Sample.ACCOUNT, CALL.value(), "", false);
        assertThat(objection(music).orElseThrow()).contains("other audio than a telephone's");
    }

    @Test
    void aTicketIsForOneCallOnce() {
        show.knows(CALL);
        String ticket = tokens.issue(CALL);
        assertThat(objection(start(Sample.ACCOUNT, Sample.call(2).value(), ticket)))
                .contains("A stream came without a valid ticket for its call.");
        assertThat(desk.admit(start(Sample.ACCOUNT, CALL.value(), ticket), HANDSET)).isPresent();
        assertThat(objection(start(Sample.ACCOUNT, CALL.value(), ticket)))
                .contains("A stream came without a valid ticket for its call.");
    }

    @Test
    void aCallThatIsNotOnTheShowIsToldToTheHost() {
        assertThat(objection(start(Sample.ACCOUNT, CALL.value(), tokens.issue(CALL))))
                .contains("A stream came for a call that is not on the show.");
    }

    @Test
    void onlyTheCarriersSignatureOnThatAddressAndWithoutABrowserIsKnown() {
        String good = signatures.of("wss://show.example" + TARGET, Form.EMPTY);
        assertThat(desk.knows(TARGET, Optional.of(good), false)).isTrue();
        assertThat(desk.knows(TARGET, Optional.of(good), true)).isFalse();
        assertThat(desk.knows(TARGET, Optional.of("made up"), false)).isFalse();
        assertThat(desk.knows(TARGET + "-else", Optional.of(good), false)).isFalse();
        assertThat(desk.knows(TARGET, Optional.empty(), false)).isFalse();
    }

    /// One line, so eighteen streams.
    @ParameterizedTest
    @CsvSource({
        "17, The signature of a stream does not fit.",
        "18, There are more streams than the lines allow."
    })
    void theHostIsToldWhyAStreamWasTurnedAway(int streams, String why) {
        for (int i = 0; i < streams; i++) {
            var stream = new MediaStream(desk);
            traffic.opened(stream);
            traffic.started(stream);
        }
        desk.turnedAway(Optional.of("made up"));
        assertThat(traffic.health(0).lastRefusal()).contains(why);
        assertThat(traffic.health(0).refused()).isEqualTo(1);
    }

    @Test
    void whoeverComesWithoutASignatureIsNotWorthTheHostsTime() {
        desk.turnedAway(Optional.empty());
        assertThat(traffic.health(0).refused()).isZero();
        assertThat(traffic.health(0).lastRefusal()).isEmpty();
    }
}
