package io.partyline.show;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What else people are called: short forms, and spellings that sound the same.
final class Nicknames {
    private static final List<Set<String>> SAME =
            groups(
                    """
                    alexander alexandra alex sandy sasha
                    andrew andy drew
                    anthony antony tony
                    barbara barb babs
                    benjamin ben benny
                    catherine katherine kathryn katharine cathy kathy kate katie kay
                    charles charlie chuck
                    christine christina chris tina
                    christopher chris
                    daniel dan danny
                    david dave davey
                    deborah debra deb debbie
                    denise denice
                    donald don donny
                    dorothy dot dottie
                    edward ed eddie ted teddy ned
                    elizabeth liz lizzie beth betty eliza
                    eleanor ellie nell nora
                    eugene gene
                    frances fran frannie
                    francis frank
                    frederick fred freddie
                    geoffrey jeffrey geoff jeff
                    gregory greg
                    harold harry hal
                    henry hank harry
                    isabel isabella bella izzy
                    jacob jake
                    james jim jimmy jamie
                    jasmine jas jaz
                    jennifer jen jenny
                    jessica jess jessie
                    john johnny jack
                    jonathan jon
                    joseph joe joey
                    josephine jo josie
                    judith judy
                    kenneth ken kenny
                    lawrence laurence larry
                    leonard len lenny leo
                    margaret peggy peg maggie meg marge
                    marc mark
                    martha marty
                    matthew matt
                    michael mike mickey
                    nancy nan
                    nathaniel nathan nate
                    nicholas nick nicky
                    pamela pam
                    patricia pat patty tricia trish
                    patrick pat paddy
                    peter pete
                    philip phillip phil
                    priscilla cilla
                    raymond ray
                    rebecca becky becca
                    richard dick rick rich richie
                    robert rob robbie bob bobby
                    ronald ron ronnie
                    samuel samantha sam sammy
                    sean shawn shaun
                    stephen steven steve
                    susan sue susie suzie
                    theodore ted theo teddy
                    theresa teresa terry tess
                    thomas tom tommy
                    timothy tim timmy
                    victoria vicky tori
                    victor vic
                    virginia ginny
                    walter walt wally
                    william will bill billy willy
                    """);

    private Nicknames() {}

    private static List<Set<String>> groups(String lines) {
        return lines.lines().map(line -> Set.copyOf(Arrays.asList(line.split(" ", -1)))).toList();
    }

    /// Every name that somebody of this name may be called by, in lower case, with their own.
    static Set<String> of(String name) {
        Set<String> names =
                SAME.stream()
                        .filter(group -> group.contains(name))
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        names.add(name);
        return Set.copyOf(names);
    }
}
