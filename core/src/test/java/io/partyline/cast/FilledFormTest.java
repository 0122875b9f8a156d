package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledFormTest {
    private static final Form FORM =
            Form.of(
                    Form.text("why"),
                    Form.oneOf("who", List.of("tony", "the \"owl\"")),
                    Form.number("urgency"),
                    Form.truth("speak"));

    @Test
    void aFormIsAStrictSchema() {
        assertThat(FORM.schema())
                .isEqualTo(
                        """
                        {"type":"object","properties":{"why":{"type":"string"},\
                        "who":{"type":"string","enum":["tony","the \\"owl\\""]},\
                        "urgency":{"type":"number"},"speak":{"type":"boolean"}},\
                        "required":["why","who","urgency","speak"],"additionalProperties":false}\
                        """);
    }

    @Test
    void aFormNeedsFieldsWithNamesOfTheirOwn() {
        assertThatIllegalArgumentException().isThrownBy(Form::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Form.text("a"), Form.truth("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> Form.text("two words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"why\":\"He asked.\",\"urgency\":0.5,\"speak\":true}",
                "```json\n{\"why\": \"He asked.\", \"urgency\": 0.5, \"speak\": true}\n```",
                "Here you are: {\"why\":\"He asked.\",\"urgency\":0.5,\"speak\":true} Anything else?",
                "{\"why\":\"He asked.\",\"urgency\":0.5,\"speak\":true,}",
                "{'why':'He asked.', urgency: 0.5, speak: yes}",
                "{\"why\":\"He\\u0020asked.\",\"urgency\":\"0.5\",\"speak\":\"true\"",
                "{\"note\":{\"why\":[1,[2,],{\"x\":null}]},\"why\":\"He asked.\",\"urgency\":0.5,\"speak\":1}",
                "{ \"why\" : \"He asked.\" , , \"urgency\" : 0.5 , \"speak\" : true }",
                "{my_note:1,\"why\":\"He asked.\",\"urgency\":0.5,_:1,\"speak\":YES}",
                "{\"urgency\":0.5,\"speak\":true,\"why\":\"He asked.",
                "{\"urgency\":0.5,\"speak\":true,\"why\":\"He asked\\u002e",
                "{thinking} {\"x\":1} {\"why\":\"He asked.\",\"urgency\":0.5,\"speak\":true}"
            })
    void aFormIsReadWithAnOpenMind(String answer) {
        FilledForm form = FilledForm.read(answer, FORM).orElseThrow();
        assertThat(form.text("why", 40)).contains("He asked.");
        assertThat(form.number("urgency")).contains(0.5);
        assertThat(form.truth("speak")).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Because he asked.",
                "{}",
                "[]",
                "{\"other\":1}",
                "{\"why\"",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1"
            })
    void whatIsNoFormIsNone(String answer) {
        assertThat(FilledForm.read(answer, FORM)).isEmpty();
    }

    @Test
    void whatIsTooLongOrOfTheWrongKindIsLeftOut() {
        FilledForm form =
                FilledForm.read("{\"why\":\"ab\",\"urgency\":\"very\",\"speak\":\"maybe\"}", FORM)
                        .orElseThrow();
        assertThat(form.text("why", 1)).isEmpty();
        assertThat(form.number("urgency")).isEmpty();
        assertThat(form.truth("speak")).isEmpty();
        assertThat(form.text("who", 9)).isEmpty();
        assertThat(FilledForm.read("{\"why\":\"" + "x".repeat(30_000) + "\"}", FORM)).isEmpty();
    }

    @Test
    void noMeansNo() {
        for (String no : List.of("false", "No", "0")) {
            assertThat(FilledForm.read("{\"speak\":" + no + "}", FORM).orElseThrow().truth("speak"))
                    .contains(false);
        }
    }

    @Test
    void aTextIsAsLongAsThereIsRoom() {
        FilledForm form = FilledForm.read("{\"why\":\"ab\"}", FORM).orElseThrow();
        assertThat(form.text("why", 2)).contains("ab");
        assertThat(form.text("why", 1)).isEmpty();
    }

    @Test
    void aLetterThatIsNotThereIsNoForm() {
        assertThat(FilledForm.read("{\"why\":\"caf\\u00e9\"}", FORM).orElseThrow().text("why", 9))
                .contains("café");
        assertThat(FilledForm.read("{\"why\":\"caf\\u00e", FORM)).isEmpty();
        assertThat(FilledForm.read("{\"why\":\"caf\\u00zz\"}", FORM)).isEmpty();
    }

    /// Nobody nests so deep on purpose, and whoever follows them there runs out of stack.
    @Test
    void whatIsNestedDeeperThanAnybodyDoesIsNoForm() {
        assertThat(nested("[", "]", 21)).isPresent();
        assertThat(nested("[", "]", 22)).isEmpty();
        assertThat(nested("{\"x\":", "}", 20)).isPresent();
        assertThat(nested("{\"x\":", "}", 22)).isEmpty();
    }

    private static Optional<FilledForm> nested(String open, String close, int deep) {
        String note = open.repeat(deep) + close.repeat(deep);
        if (open.startsWith("{")) {
            note = open.repeat(deep) + "1" + close.repeat(deep);
        }
        return FilledForm.read("{\"note\":" + note + ",\"why\":\"He asked.\"}", FORM);
    }

    @Test
    void theFormIsLookedForInFiftyPlacesAndInNoMore() {
        String form = "{\"why\":\"He asked.\"}";
        assertThat(FilledForm.read("{}".repeat(49) + form, FORM)).isPresent();
        assertThat(FilledForm.read("{}".repeat(50) + form, FORM)).isEmpty();
    }

    @Test
    void aLongAnswerIsReadAndALongerOneIsNot() {
        String form = "{\"why\":\"He asked.\"}";
        assertThat(FilledForm.read(form + " ".repeat(20_000 - form.length()), FORM)).isPresent();
        assertThat(FilledForm.read(form + " ".repeat(20_001 - form.length()), FORM)).isEmpty();
    }

    @Test
    void aTextIsOnOneLine() {
        FilledForm form = FilledForm.read("{\"why\":\"a\\n\\tb\\u0007c\"}", FORM).orElseThrow();
        assertThat(form.text("why", 9)).contains("a b c");
    }
}
