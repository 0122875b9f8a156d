package io.partyline.show;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The names that people give when they say who they are.
final class OwnNames {
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L}";

    private static final Pattern GIVEN =
            Pattern.compile(
                    "\\b(?i:(?:my|the) (?:\\w+ )?name(?:['’]?s| is)|name['’]s|call me|i['’]?m called"
                            + "|this is|it['’]s|i['’]?m|i am|here is) ("
                            + NAME
                            + "(?: "
                            + NAME
                            + ")?)");

    private OwnNames() {}

    static List<String> in(String text) {
        var names = new ArrayList<String>();
        GIVEN.matcher(text).results().map((MatchResult m) -> m.group(1)).forEach(names::add);
        return names;
    }
}
