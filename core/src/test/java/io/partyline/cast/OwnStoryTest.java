package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallCommand;
import io.partyline.show.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// In these shows every AI caller calls because they cannot sleep.
class OwnStoryTest {
    private static Evening withMary() {
        return new Evening().daveOnAir().bring(Evening.MARY);
    }

    @Test
    void whoeverSharesAWordWithWhatWasSaidLastHasSomethingToAdd() {
        Evening evening = withMary().dave("I hardly sleep any more.");
        assertThat(OwnStory.near(evening.show())).contains(evening.on(Evening.MARY));
    }

    @Test
    void aWordIsSharedInAnyOfItsForms() {
        Evening evening = withMary().dave("She sleeps like a stone.");
        assertThat(OwnStory.near(evening.show())).contains(evening.on(Evening.MARY));
    }

    @Test
    void nobodyHasAnythingToAddToWhatIsFarFromTheirStory() {
        assertThat(OwnStory.near(withMary().dave("You are what you eat.").show())).isEmpty();
        assertThat(OwnStory.near(withMary().dave("I never sleep.").host("Buses!").show()))
                .isEmpty();
        assertThat(OwnStory.near(withMary().show())).isEmpty();
    }

    @Test
    void whoeverSharesMostWordsIsNearest() {
        Evening evening = withMary();
        evening.ask(
                new CallCommand.Bring(
                        new Caller.Ai(
                                "Tony",
                                Evening.TONY.key(),
                                "voice",
                                "You are unable to sleep because of a truck.")));
        evening.ask(new CallCommand.Air(evening.on(Evening.TONY), 0));
        evening.dave("I hardly sleep, with that truck outside.");
        assertThat(OwnStory.near(evening.show())).contains(evening.on(Evening.TONY));
    }

    @Test
    void aiCallersDoNotTalkAmongThemselves() {
        Evening evening = withMary();
        evening.says(Optional.of(evening.on(Evening.MARY)), "I cannot sleep.");
        assertThat(OwnStory.near(evening.show())).isEmpty();
    }
}
