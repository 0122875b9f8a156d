package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A story of one show: what had happened, what is wanted, what happens then. Each `when` goes on
/// from where the last one led.
final class Story {
    static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");

    static final ShowId FRIDAY = new ShowId("friday");

    static final ShowRules RULES = ShowRules.DEFAULT;

    private Show show;
    private Instant now = NOW;
    private Decision last = Decision.accept();

    private Story(Show start) {
        show = start;
    }

    /// How far the mix is after so long, if both keep time.
    static long samples(Duration sinceTheStart) {
        return sinceTheStart.toMillis() * 48;
    }

    /// An open show with open lines, in which all this has happened.
    static Story given(Event... before) {
        return given(RULES, before);
    }

    static Story given(ShowRules rules, Event... before) {
        var story = new Story(Show.before(0));
        story.apply(new ShowEvent.ShowOpened(FRIDAY, rules, Set.of("banned"), NOW));
        story.apply(new ShowEvent.LinesSet(true, NOW));
        List.of(before).forEach(story::apply);
        return story;
    }

    /// Time goes by before the next thing is wanted.
    Story later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story when(Command... commands) {
        for (Command command : commands) {
            last = Decisions.decide(show, command, now, show.positionAt(now));
            if (last instanceof Decision.Accepted(var events)) {
                events.forEach(this::apply);
            }
        }
        return this;
    }

    /// Time goes by, and whatever is due happens.
    Story passes(Duration time) {
        return later(time).when(new ShowCommand.PassTime());
    }

    /// Exactly this happened last.
    Story then(Event... events) {
        assertThat(last).isEqualTo(new Decision.Accepted(List.of(events)));
        return this;
    }

    Story nothingHappens() {
        return then();
    }

    Story refused(Reason reason) {
        assertThat(last).isEqualTo(Decision.refuse(reason));
        return this;
    }

    /// What happened last, to be looked at in part.
    List<Event> happened() {
        assertThat(last).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) last).events();
    }

    Instant now() {
        return now;
    }

    Show show() {
        return show;
    }

    Call call(CallId id) {
        return show.call(id).orElseThrow(() -> new AssertionError(id + " is not on the line"));
    }

    private void apply(Event event) {
        show = show.apply(event);
    }
}
