package io.partyline.studio.after;

import io.partyline.cast.Discretion;
import io.partyline.cast.FollowUpPick;
import io.partyline.cast.Prompt;
import io.partyline.cast.Prompts;
import io.partyline.cast.Summaries;
import io.partyline.port.LanguageModel;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.studio.voice.GreenRoom;
import io.partyline.studio.voice.Inquiry;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// What a model is asked once a call has ended. Rules alone must do: whatever the model answers, or
/// does not, there is a summary and somebody to follow up. Blocks for as long as the model takes.
public final class Afterwards {
    static final Duration SUMMARY_LIMIT = Duration.ofSeconds(10);
    private static final Duration PICK_LIMIT = Duration.ofSeconds(5);
    private static final int SUMMARY_TOKENS = 260;
    private static final int PICK_TOKENS = 260;

    private final Inquiry inquiry;
    private final GreenRoom greenRoom;

    public Afterwards(LanguageModel model, GreenRoom greenRoom) {
        inquiry = new Inquiry(model, Level.WARNING);
        this.greenRoom = greenRoom;
    }

    /// The summary of a call: the model's, asked twice at most, else the plain one.
    Summary summarise(Show show, CallRecord call) {
        if (!call.aired()) {
            return Summaries.fallback(show, call);
        }
        var prompt =
                new Prompt(
                        Prompt.Purpose.SUMMARY,
                        Prompts.summary(show, call),
                        SUMMARY_LIMIT,
                        SUMMARY_TOKENS);
        return inquiry.ask(prompt)
                .flatMap(text -> Summaries.parse(text, show, call))
                .or(() -> inquiry.ask(prompt).flatMap(text -> Summaries.parse(text, show, call)))
                .orElseGet(() -> Summaries.fallback(show, call));
    }

    /// Who follows up a call; empty if nobody of the cast is free.
    Optional<FollowUpPick.Choice> pick(Show show, CallRecord call) {
        var prompt =
                new Prompt(
                                Prompt.Purpose.FOLLOW_UP,
                                Prompts.followUp(show, call, greenRoom.cast()),
                                PICK_LIMIT,
                                PICK_TOKENS)
                        .filling(FollowUpPick.FORM);
        return inquiry.ask(prompt)
                .flatMap(text -> FollowUpPick.parse(text, show, call, greenRoom.cast()))
                .or(() -> FollowUpPick.byWords(show, call, greenRoom.cast()));
    }

    /// Who follows up a call, and why they call.
    Optional<FollowUpCommand.ChooseFollowUp> follow(Show show, CallRecord call) {
        String who = Discretion.of(show).name(call);
        return pick(show, call)
                .map(choice ->
                        new FollowUpCommand.ChooseFollowUp(
                                call.id(), follower(choice, who), choice.why()));
    }

    private Caller.Ai follower(FollowUpPick.Choice choice, String who) {
        return choice.background()
                .map(background -> greenRoom.follower(choice.persona(), background))
                .orElseGet(() -> greenRoom.follower(choice.persona(), who, choice.topic()));
    }
}
