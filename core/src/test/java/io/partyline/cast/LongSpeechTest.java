package io.partyline.cast;

import io.partyline.LongSpeech;
import io.partyline.show.AiMode;
import io.partyline.show.Call;
import io.partyline.show.CallRecord;
import io.partyline.show.FloorCommand;
import io.partyline.show.OffTheRecord;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Show;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever people and models say is read in work that grows with its length, and not with the
/// square of it: much of this is done on the show's thread, and all of it while somebody waits.
class LongSpeechTest {
    private static final List<ScreenerReply> DAVES =
            List.of(new ScreenerReply(ScreenerReply.Ask.WHO, "Dave"));

    static Stream<Arguments> readers() {
        Show show = evening().dave("My name is Dave Kowalski. Are you a real person?").show();
        var discretion = Discretion.of(show);
        return Stream.of(
                reader("what others may hear", discretion::of),
                reader("what an AI caller may say", discretion::spoken),
                reader("candour", Candour.in(show)::apply),
                reader("what is off the record", OffTheRecord::asked),
                reader("telephone numbers", PhoneNumbers::hidden),
                reader("tone", Tone::of),
                reader("topics", text -> Words.topic(text, 3)),
                reader("themes", Themes::around),
                reader("quotes", Quoted::speech),
                reader("names", Quoted::name),
                reader("spoken text", SpokenText::clean),
                reader("written text", WrittenText::plain),
                reader("highlights", Highlights::names),
                reader("cards by rule", text -> CardRules.read(List.of(reply(text)))),
                reader("cards by a model", text -> CardAnswer.read(text, DAVES)),
                reader("the end of a turn", TurnEnd::after),
                reader("sentences", LongSpeechTest::sentences),
                reader("whether to jump in", JumpInQuestion::parse),
                reader("moods", HostMoods::parse),
                reader("forms", text -> FilledForm.read(text, JumpInQuestion.FORM)),
                reader("backgrounds", text -> Backgrounds.parse(text, show)),
                reader("summaries", text -> Summaries.parse(text, show, gone())));
    }

    private static Arguments reader(String what, Consumer<String> reader) {
        return Arguments.of(what, reader);
    }

    private static ScreenerReply reply(String text) {
        return new ScreenerReply(ScreenerReply.Ask.WHO, text);
    }

    private static void sentences(String text) {
        var sentences = new SentenceStream(Integer.MAX_VALUE);
        sentences.add(text);
        sentences.flush();
    }

    private static CallRecord gone() {
        return evening().dave("I like trucks.").daveGone().past();
    }

    private static Evening evening() {
        return new Evening()
                .daveOnAir()
                .bring(Evening.TONY)
                .ask(new FloorCommand.SetAiMode(AiMode.AUTO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void aLongTextIsReadInWorkThatGrowsWithItsLength(String what, Consumer<String> reader) {
        LongSpeech.fewest(reader);
    }

    @Tag("ci")
    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void soIsEveryKindOfLongText(String what, Consumer<String> reader) {
        LongSpeech.each(reader);
    }

    @Tag("ci")
    @Test
    void soIsWhatIsSaidOnTheAir() {
        LongSpeech.few(text -> evening().host(text));
        LongSpeech.few(text -> evening().dave(text));
        LongSpeech.few(text -> evening().ask(new FloorCommand.HostSays(text, 0)));
    }

    @Tag("ci")
    @Test
    void soIsAShowInWhichItWasSaid() {
        LongSpeech.few(text -> {
            Evening evening = evening().host(text).dave(text);
            Call tony = evening.show().call(evening.on(Evening.TONY)).orElseThrow();
            Prompts.reply(evening.show(), tony, Evening.TONY, 40);
            JumpInQuestion.messages(evening.show(), tony, Evening.TONY);
            JumpInQuestion.byWords(evening.show(), tony);
            Candour.in(evening.show());
            OwnStory.near(evening.show());
        });
    }

    @Tag("ci")
    @Test
    void soIsACallInWhichItWasSaid() {
        LongSpeech.few(text -> {
            Evening evening = evening().dave(text).daveGone();
            Summaries.fallback(evening.show(), evening.past());
            Prompts.summary(evening.show(), evening.past());
            Prompts.followUp(evening.show(), evening.past(), Evening.CAST);
            FollowUpPick.byWords(evening.show(), evening.past(), Evening.CAST);
        });
    }
}
