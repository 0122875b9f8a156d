package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aiCallersDoNotTalkAmongThemselves() {
        Evening evening = withMary();
        evening.says(Optional.of(evening.on(Evening.MARY)), "I cannot sleep.");
        assertThat(OwnStory.near(evening.show())).isEmpty();
    }
}
