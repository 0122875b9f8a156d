package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.People;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Switchboard.Meanwhile;
import io.partyline.port.Voicemail;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.EarlierCall;
import io.partyline.show.MusicCommand;
import io.partyline.show.Played;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a studio does with callers at closed lines, and with what they leave.
class VoicemailTest {
    private static final CallId CALL = new CallId("call-1");
    private static final CallerNumber DAVE = new CallerNumber("0101", "print-of-dave");
    private static final CallerNumber JAS = new CallerNumber("0102", "print-of-jas");

    private final HandAnsweringMachine machine = new HandAnsweringMachine();
    private final MemoryMessageBook book = new MemoryMessageBook();
    private final RehearsalRoom room =
            new RehearsalRoom()
                    .telephony(new HandTelephony())
                    .linesOpen(false)
                    .answering(machine, book);
    private final Studio studio = room.open();

    @AfterEach
    void close() {
        studio.close();
    }

    private Voicemail.Left left(CallId call, CallerNumber number) {
        assertThat(studio.ring(call, number)).isEqualTo(Admission.LEAVE_MESSAGE);
        machine.records(call, TelephoneWav.tone(440, Duration.ofSeconds(3)));
        studio.messageLeft(call);
        while (studio.voicemail().messages().isEmpty()) {
            Thread.onSpinWait();
        }
        return studio.voicemail().messages().getFirst();
    }

    @Test
    void aCallerAtClosedLinesIsAskedForAMessageHoweverOftenTheyRing() {
        assertThat(studio.ring(CALL, DAVE)).isEqualTo(Admission.LEAVE_MESSAGE);
        assertThat(studio.ring(CALL, DAVE)).isEqualTo(Admission.LEAVE_MESSAGE);
        assertThat(book.messages()).hasSize(1);
    }

    @Test
    void whoeverWasAskedStaysTurnedAwayWhenTheLinesOpen() {
        studio.ring(CALL, DAVE);
        studio.ask(new ShowCommand.SetLines(true));
        assertThat(studio.ring(CALL, DAVE)).isEqualTo(Admission.LEAVE_MESSAGE);
        assertThat(studio.waiting(CALL, DAVE, Duration.ZERO)).isEqualTo(new Meanwhile.Music());
        assertThat(studio.show().call(CALL)).isEmpty();
        assertThat(studio.ring(new CallId("call-2"), DAVE)).isEqualTo(Admission.GREET);
    }

    @Test
    void afterTheShowCallersAreAskedAndWhoeverIsBannedIsNot() {
        studio.end();
        assertThat(studio.ring(CALL, DAVE)).isEqualTo(Admission.LEAVE_MESSAGE);
        room.callerBook().ban(JAS.fingerprint(), Instant.EPOCH);
        assertThat(studio.ring(new CallId("call-2"), JAS)).isEqualTo(Admission.BANNED);
    }

    @Test
    void onAFullDiskTheyHearAGoodbyeAndTheHostIsTold() {
        book.full(true);
        assertThat(studio.ring(CALL, DAVE)).isEqualTo(Admission.CLOSED);
        assertThat(studio.health())
                .contains(
                        new Health(
                                "voicemail",
                                Health.State.TROUBLE,
                                "A message cannot be kept: the disk is full."));
    }

    @Test
    void aMessageHasTheNameThatTheBookKnows() {
        know(DAVE, "Dave");
        assertThat(left(CALL, DAVE).name()).isEqualTo("Dave");
        assertThat(studio.health())
                .contains(new Health("voicemail", Health.State.FINE, "Messages: 1, new: 1."));
    }

    private void know(CallerNumber number, String name) {
        room.callerBook()
                .remember(
                        number.fingerprint(),
                        new EarlierCall(
                                new ShowId("friday"), new CallId("call-0"), Instant.EPOCH, "", ""),
                        name);
    }

    @Test
    void whoeverIsForgottenLeavesNoMessageAndWhereItWasPlayedIsNamed() {
        know(DAVE, "Dave");
        String id = left(CALL, DAVE).id();
        studio.ask(
                new MusicCommand.BeginCart(
                        "cart-1", new Played(id, "Voicemail", Optional.empty()), false, 0));
        String dave = studio.people().callers().getFirst().id();
        ShowId show = studio.show().id();
        assertThat(studio.people().forget(dave))
                .isInstanceOfSatisfying(
                        People.Oblivion.Forgotten.class,
                        forgotten -> {
                            assertThat(forgotten.deleted()).containsExactly("voicemail/" + id);
                            assertThat(forgotten.left())
                                    .containsExactlyInAnyOrder(show + "/09_SFX", show + "/00_Mix");
                        });
        assertThat(studio.voicemail().messages()).isEmpty();
        assertThat(book.hasSound(id)).isFalse();
    }
}
