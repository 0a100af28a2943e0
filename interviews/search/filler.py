"""Words that a question is asked with, and that say nothing of what it is about.

English stop words are known to the database; these are further ones, as `search_words` writes them.
"""

_WORDS = """
actually advise anybody anyone anything arent ask asking away become best better bit bring cant come comes could
couldnt deal dealing didnt different doesnt doing done dont easy else enough ever every everybody everyone
everything fix get gets getting give given giving go goes going good got happen happens hard have havent help
helped helping helps heres hows im isnt ive just keep keeping kind know let lets like likely look looking lot made
main make makes making many may maybe might most much must need needed needs never new often one ones ought
please possible put really right said say says seem seems shall should shouldnt somebody someone something start
sort still stop sure take taking tell thats theyre thing things think though tips together told tried try trying
turn turned us use used useful using want wanted wants wasnt way ways well went were weve whats whose will wont
work worked working works would wouldnt yet youre
"""

FILLER = frozenset(_WORDS.split())
