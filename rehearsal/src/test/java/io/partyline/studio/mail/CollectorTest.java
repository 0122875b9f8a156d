package io.partyline.studio.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.MessageBook.Stage;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.port.Voicemail;
import io.partyline.rehearsal.HandAnsweringMachine;
import io.partyline.rehearsal.MemoryMessageBook;
import io.partyline.rehearsal.TelephoneWav;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How messages come from the network's answering machine, round by round, on a clock of the test's
/// own.
class CollectorTest {
    private static final Instant START = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallerNumber NUMBER = new CallerNumber("0101", "print-of-dave");
    private static final byte[] HELLO = TelephoneWav.tone(440, Duration.ofSeconds(5));

    private Duration passed = Duration.ZERO;
    private final Set<CallId> ended = new HashSet<>();
    private final MemoryMessageBook book = new MemoryMessageBook();
    private final HandAnsweringMachine machine = new HandAnsweringMachine();
    private Postbox postbox = postbox();
    private Collector collector = collector();

    private Postbox postbox() {
        return new Postbox(book, true, number -> number.equals(NUMBER) ? "Dave" : "", this::now);
    }

    private Collector collector() {
        return new Collector(postbox, machine, new Network(), this::now, () -> passed.toNanos());
    }

    private Instant now() {
        return START.plus(passed);
    }

    /// A network that knows which calls are over.
    private final class Network implements Telephony {
        @Override
        public void connect(CallId call) {
            throw new TelephonyException("Nobody is connected here.");
        }

        @Override
        public void hangUp(CallId call) {}

        @Override
        public Set<CallId> liveCalls() {
            return Set.of();
        }

        @Override
        public List<Waiting> waiting() {
            return List.of();
        }

        @Override
        public CallerNumber number(CallId call) {
            return CallerNumber.WITHHELD;
        }

        @Override
        public boolean hasEnded(CallId call) {
            return ended.contains(call);
        }
    }

    private void asked(CallId call) {
        assertThat(postbox.expect(call, NUMBER)).isTrue();
        collector.expect(call);
    }

    /// The program is started anew.
    private void restart() {
        postbox = postbox();
        collector = collector();
    }

    /// As the thread does it: round after round, until there is nothing to do.
    private void rounds() {
        while (collector.round().isZero()) {
            // The next one is due.
        }
    }

    private void pass(Duration time) {
        for (Duration end = passed.plus(time); passed.compareTo(end) < 0; ) {
            passed = passed.plusSeconds(1);
            rounds();
        }
    }

    private void daveLeavesAMessage() {
        asked(DAVE);
        pass(Duration.ofSeconds(10));
        machine.records(DAVE, HELLO);
        collector.news(DAVE);
        rounds();
    }

    private Voicemail.Left only() {
        assertThat(postbox.messages()).hasSize(1);
        return postbox.messages().getFirst();
    }

    @Test
    void aMessageIsFetchedAtItsWordAndErasedOnceItIsHere() {
        daveLeavesAMessage();
        Voicemail.Left left = only();
        assertThat(left.name()).isEqualTo("Dave");
        assertThat(left.from().masked()).isEqualTo("••• 0101");
        assertThat(left.at()).isEqualTo(START);
        assertThat(left.length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(left.heard()).isFalse();
        assertThat(postbox.wav(left.id())).hasValue(HELLO);
        assertThat(machine.recordings()).isEmpty();
        assertThat(machine.questions())
                .containsExactly("recorded call-dave", "fetch recording-1", "erase recording-1");
        assertThat(book.messages().getFirst().recording()).isEmpty();
    }

    @Test
    void aWordThatComesTwiceFetchesOnce() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        collector.news(DAVE);
        collector.news(DAVE);
        rounds();
        collector.news(DAVE);
        pass(Duration.ofMinutes(30));
        assertThat(postbox.messages()).hasSize(1);
        assertThat(machine.questions()).hasSize(3);
    }

    @Test
    void aWordThatIsLostOnlyCostsTime() {
        asked(DAVE);
        pass(Duration.ofSeconds(20));
        machine.records(DAVE, HELLO);
        pass(Duration.ofSeconds(11));
        assertThat(only().length()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void newsOfACallThatWasNotAskedChangesNothing() {
        machine.records(JAS, HELLO);
        collector.news(JAS);
        pass(Duration.ofMinutes(1));
        assertThat(postbox.messages()).isEmpty();
        assertThat(machine.questions()).isEmpty();
        assertThat(machine.recordings()).hasSize(1);
    }

    @Test
    void soundThatIsNotThereYetIsAskedForAgain() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        machine.isSlow(3);
        collector.news(DAVE);
        rounds();
        assertThat(postbox.messages()).isEmpty();
        assertThat(postbox.trouble())
                .hasValue("The telephone company has a message, but not yet its sound.");
        pass(Duration.ofSeconds(2 + 4 + 8));
        assertThat(only().name()).isEqualTo("Dave");
        assertThat(postbox.trouble()).isEmpty();
    }

    @Test
    void aRecordingThatStillRunsIsWaitedFor() {
        asked(DAVE);
        String recording = machine.isRecording(DAVE);
        pass(Duration.ofSeconds(40));
        assertThat(machine.questions()).containsOnly("recorded call-dave");
        machine.finishes(recording, HELLO);
        collector.news(DAVE);
        pass(Duration.ofSeconds(8));
        assertThat(postbox.messages()).hasSize(1);
    }

    @Test
    void aNetworkThatIsTooBusyIsLeftAloneForAsLongAsItWants() {
        asked(DAVE);
        asked(JAS);
        machine.records(DAVE, HELLO);
        machine.records(JAS, HELLO);
        machine.isBusy(Duration.ofSeconds(30));
        collector.news(DAVE);
        collector.news(JAS);
        rounds();
        machine.recovers();
        pass(Duration.ofSeconds(29));
        assertThat(machine.questions()).hasSize(1);
        pass(Duration.ofSeconds(2));
        assertThat(postbox.messages()).hasSize(2);
    }

    @Test
    void aFullDiskIsSaidAndTheMessageStaysAtTheNetworkUntilThereIsRoom() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        book.full(true);
        collector.news(DAVE);
        pass(Duration.ofMinutes(5));
        assertThat(postbox.messages()).isEmpty();
        assertThat(postbox.trouble()).hasValue("A message cannot be kept: the disk is full.");
        assertThat(machine.recordings()).hasSize(1);
        book.full(false);
        pass(Visits.SELDOM);
        assertThat(postbox.messages()).hasSize(1);
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void onAFullDiskNobodyIsAskedForAMessage() {
        book.full(true);
        assertThat(postbox.expect(DAVE, NUMBER)).isFalse();
        assertThat(postbox.trouble()).isPresent();
    }

    @Test
    void aProgramThatStopsBeforeItHasFetchedGoesOnWhereItWas() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        restart();
        rounds();
        assertThat(only().name()).isEqualTo("Dave");
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void aProgramThatStopsBetweenSoundAndCardFetchesAgain() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        book.keep(book.messages().getFirst().id(), HELLO);
        restart();
        rounds();
        assertThat(postbox.messages()).hasSize(1);
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void aProgramThatStopsBeforeItHasErasedErasesAtTheNextStart() {
        asked(DAVE);
        String recording = machine.records(DAVE, HELLO);
        var card = book.messages().getFirst();
        book.keep(card.id(), HELLO);
        book.write(card.kept(recording, Duration.ofSeconds(5)));
        restart();
        rounds();
        assertThat(machine.questions()).containsExactly("erase recording-1");
        assertThat(machine.recordings()).isEmpty();
        assertThat(postbox.messages()).hasSize(1);
    }

    @Test
    void whatWasKeptIsThereAfterARestart() {
        daveLeavesAMessage();
        String id = only().id();
        postbox.heard(id, true);
        restart();
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().heard()).isTrue();
    }

    @Test
    void aCallerWhoSaysNothingLeavesNothingBehind() {
        asked(DAVE);
        ended.add(DAVE);
        collector.news(DAVE);
        pass(Duration.ofSeconds(30));
        assertThat(book.messages()).as("a recording may come late").hasSize(1);
        pass(Duration.ofSeconds(60));
        assertThat(book.messages()).isEmpty();
        assertThat(postbox.expects(DAVE)).isFalse();
    }

    @Test
    void aCallOfWhichTheNetworkKnowsNothingIsGivenUpAfterADay() {
        asked(DAVE);
        passed = Duration.ofHours(23);
        rounds();
        assertThat(postbox.expects(DAVE)).isTrue();
        passed = Duration.ofHours(25);
        rounds();
        assertThat(book.messages()).isEmpty();
    }

    @Test
    void aRecordingThatIsNeverFinishedIsGivenUpAfterADayAndTheHostIsToldForAnother() {
        daveLeavesAMessage();
        asked(JAS);
        machine.isRecording(JAS);
        passed = passed.plusHours(23);
        rounds();
        assertThat(postbox.expects(JAS)).isTrue();
        assertThat(postbox.trouble()).isEmpty();
        passed = passed.plusHours(2);
        rounds();
        assertThat(postbox.expects(JAS)).isFalse();
        assertThat(postbox.trouble())
                .hasValue(
                        "A message of 2026-05-01 20:00 UTC is not here: the telephone company has no finished sound of it. It is not asked for any more, and what there is of it stays in the company's list of recordings.");
        int asked = machine.questions().size();
        passed = passed.plusHours(23);
        rounds();
        assertThat(postbox.trouble()).isPresent();
        passed = passed.plusHours(1);
        rounds();
        assertThat(machine.questions()).hasSize(asked);
        assertThat(postbox.trouble()).isEmpty();
        assertThat(machine.recordings()).as("what there is stays").hasSize(1);
        assertThat(postbox.messages()).hasSize(1);
    }

    @Test
    void whatIsThereBesideARecordingThatIsNeverFinishedIsFetchedBeforeItIsGivenUp() {
        asked(DAVE);
        machine.isRecording(DAVE);
        machine.records(DAVE, HELLO);
        passed = passed.plusHours(25);
        rounds();
        assertThat(only().length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(machine.recordings()).containsExactly("recording-1");
        assertThat(book.messages()).hasSize(1);
        assertThat(postbox.trouble()).isPresent();
    }

    @Test
    void whatIsNoSoundIsGivenUpAfterADay() {
        asked(DAVE);
        machine.records(DAVE, new byte[] {'<', 'h', 't', 'm', 'l', '>'});
        passed = passed.plusHours(25);
        rounds();
        assertThat(book.messages()).isEmpty();
        assertThat(machine.recordings()).hasSize(1);
        assertThat(postbox.trouble().orElseThrow()).contains("is not asked for any more");
    }

    @Test
    void aRecordingWhoseSoundNeverComesIsGivenUpAfterADay() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        machine.isSlow(Integer.MAX_VALUE);
        passed = passed.plusHours(23);
        rounds();
        assertThat(postbox.expects(DAVE)).isTrue();
        assertThat(postbox.trouble())
                .hasValue("The telephone company has a message, but not yet its sound.");
        passed = passed.plusHours(2);
        rounds();
        assertThat(book.messages()).isEmpty();
        assertThat(machine.recordings()).as("what there is stays").hasSize(1);
        assertThat(postbox.trouble().orElseThrow()).contains("is not asked for any more");
    }

    /// Nobody knows what there is at a network that cannot be asked.
    @Test
    void whileTheNetworkCannotBeReachedNothingIsGivenUp() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        machine.fails("The telephone company cannot be reached.");
        passed = passed.plusHours(25);
        rounds();
        assertThat(postbox.expects(DAVE)).isTrue();
        machine.recovers();
        pass(Visits.SELDOM);
        assertThat(only().length()).isEqualTo(Duration.ofSeconds(5));
    }

    /// A disk is not the telephone company: it is waited for.
    @Test
    void onAFullDiskNothingIsGivenUp() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        book.full(true);
        passed = passed.plusHours(25);
        rounds();
        assertThat(postbox.expects(DAVE)).isTrue();
        book.full(false);
        pass(Visits.SELDOM);
        assertThat(only().length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void aShortSilenceIsDroppedHereAndThere() {
        asked(DAVE);
        machine.records(DAVE, TelephoneWav.silence(Duration.ofMillis(1_900)));
        collector.news(DAVE);
        rounds();
        assertThat(postbox.messages()).isEmpty();
        assertThat(book.messages()).isEmpty();
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void aLongSilenceAndAShortWordAreKept() {
        asked(DAVE);
        machine.records(DAVE, TelephoneWav.silence(Duration.ofSeconds(3)));
        collector.news(DAVE);
        asked(JAS);
        machine.records(JAS, TelephoneWav.tone(440, Duration.ofMillis(400)));
        collector.news(JAS);
        rounds();
        assertThat(postbox.messages()).hasSize(2);
    }

    @Test
    void whatIsNoSoundIsLeftAtTheNetwork() {
        asked(DAVE);
        machine.records(DAVE, new byte[] {'<', 'h', 't', 'm', 'l', '>'});
        collector.news(DAVE);
        pass(Duration.ofMinutes(5));
        assertThat(postbox.trouble())
                .hasValue("What the telephone company has sent of a message is no sound.");
        assertThat(machine.recordings()).hasSize(1);
        assertThat(book.hasSound(book.messages().getFirst().id())).isFalse();
    }

    @Test
    void twoRecordingsOfOneCallAreTwoMessages() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        machine.records(DAVE, TelephoneWav.tone(880, Duration.ofSeconds(7)));
        collector.news(DAVE);
        rounds();
        assertThat(postbox.messages())
                .extracting(Voicemail.Left::length)
                .containsExactlyInAnyOrder(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(postbox.messages()).extracting(Voicemail.Left::id).doesNotHaveDuplicates();
        assertThat(machine.recordings()).isEmpty();
    }

    @Test
    void whatIsDeletedBeforeTheNetworkHasErasedItIsErasedThereToo() {
        asked(DAVE);
        machine.records(DAVE, HELLO);
        collector.news(DAVE);
        collector.round();
        assertThat(postbox.delete(only().id())).isTrue();
        assertThat(postbox.messages()).isEmpty();
        assertThat(book.messages()).extracting("stage").containsExactly(Stage.DISCARDED);
        rounds();
        assertThat(machine.recordings()).isEmpty();
        assertThat(book.messages()).isEmpty();
    }

    @Test
    void aMessageThatIsDeletedIsGone() {
        daveLeavesAMessage();
        String id = only().id();
        assertThat(postbox.delete(id)).isTrue();
        assertThat(postbox.delete(id)).isFalse();
        assertThat(postbox.wav(id)).isEmpty();
        assertThat(postbox.heard(id, true)).isEmpty();
        assertThat(book.messages()).isEmpty();
        assertThat(book.hasSound(id)).isFalse();
    }

    @Test
    void whoeverIsForgottenHasLeftNothing() {
        daveLeavesAMessage();
        String id = only().id();
        asked(JAS);
        postbox.expect(new CallId("call-rosa"), new CallerNumber("0303", "print-of-rosa"));
        assertThat(postbox.forget("print-of-dave")).containsExactly(id);
        assertThat(postbox.messages()).isEmpty();
        assertThat(book.messages())
                .extracting(card -> card.from().fingerprint())
                .containsExactlyInAnyOrder("", "print-of-rosa");
    }

    @Test
    void whenItIsFullNobodyIsAskedAndTheHostIsTold() {
        IntStream.range(0, Postbox.MOST).forEach(i -> asked(new CallId("call-" + i)));
        assertThat(postbox.expect(DAVE, NUMBER)).isFalse();
        assertThat(postbox.expect(new CallId("call-0"), NUMBER)).isTrue();
        assertThat(postbox.trouble().orElseThrow())
                .startsWith("Voicemail is full: 200 messages are the most.");
        assertThat(book.messages()).hasSize(Postbox.MOST);
    }

    @Test
    void howItStandsCountsWhatIsNewAndTellsOfEveryChange() {
        assertThat(postbox.standing()).isEqualTo(new Voicemail.Standing(0, 0, 0));
        daveLeavesAMessage();
        Voicemail.Standing before = postbox.standing();
        assertThat(before.unheard()).isEqualTo(1);
        postbox.heard(only().id(), true);
        Voicemail.Standing after = postbox.standing();
        assertThat(after.unheard()).isZero();
        assertThat(after.all()).isEqualTo(1);
        assertThat(after.changes()).isGreaterThan(before.changes());
        postbox.heard(only().id(), true);
        assertThat(postbox.standing()).isEqualTo(after);
    }

    @Test
    void aVoicemailThatIsSwitchedOffAsksNobodyAndKeepsWhatItHas() {
        daveLeavesAMessage();
        var off = new Postbox(book, false, _ -> "", this::now);
        assertThat(off.isOff()).isFalse();
        assertThat(off.messages()).hasSize(1);
        assertThat(off.expect(JAS, NUMBER)).isFalse();
        off.delete(off.messages().getFirst().id());
        assertThat(off.isOff()).isTrue();
    }

    @Test
    void aMessageIsACartThatSaysWhenItCameAndNotWhoLeftIt() {
        daveLeavesAMessage();
        var piece = postbox.shelf().pieces().getFirst();
        assertThat(piece.id()).isEqualTo("message-2026-05-01-200000");
        assertThat(piece.title()).isEqualTo("Voicemail of 2026-05-01 20:00 UTC");
        assertThat(piece.artist()).isEmpty();
        assertThat(piece.length()).isEqualTo(Optional.of(Duration.ofSeconds(5)));
    }
}
