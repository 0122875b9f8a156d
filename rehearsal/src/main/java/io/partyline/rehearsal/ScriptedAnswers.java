package io.partyline.rehearsal;

import io.partyline.cast.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a model out of a script's answers. What an answer repeats of the show, it has from the
/// prompt.
final class ScriptedAnswers {
    private static final Pattern ON_THE_LINE =
            Pattern.compile("a real caller, (?<who>[^,\"]+), who said: \"(?<said>[^\"]*)\"");
    private static final Pattern EARLIER =
            Pattern.compile("\\(real caller\\): \"(?<said>[^\"]*)\"");
    private static final Pattern BEFORE =
            Pattern.compile("EARLIER CALLS OF YOURS:\\n- \"(?<said>[^\"]*)\"");
    private static final Pattern TRANSCRIBED =
            Pattern.compile("(?<who>[^\\n\"]+) \\(real caller\\): \"(?<said>[^\"]*)\"");

    private ScriptedAnswers() {}

    static ScriptedModel model(List<Script.Answer> answers) {
        var model = new ScriptedModel();
        for (Script.Answer answer : answers) {
            model.answer(answer.purpose(), prompt -> answer(answer, text(prompt)));
        }
        return model;
    }

    private static Optional<String> answer(Script.Answer answer, String prompt) {
        if (!prompt.contains(answer.when())) {
            return Optional.empty();
        }
        Matcher line = ON_THE_LINE.matcher(prompt);
        Matcher caller = line.find() ? line : TRANSCRIBED.matcher(prompt);
        boolean known = caller == line || caller.find();
        return Optional.of(
                answer.says()
                        .replace("{caller}", known ? caller.group("who") : "somebody")
                        .replace("{said}", known ? caller.group("said") : "nothing yet")
                        .replace("{earlier}", said(EARLIER.matcher(prompt)))
                        .replace("{before}", said(BEFORE.matcher(prompt))));
    }

    private static String said(Matcher found) {
        return found.find() ? found.group("said") : "nothing";
    }

    private static String text(Prompt prompt) {
        var text = new StringBuilder();
        prompt.messages().forEach(message -> text.append(message.text()).append('\n'));
        return text.toString();
    }
}
