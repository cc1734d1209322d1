"""Which scene goes with an event or a piece of news: by its id, by how the id begins, by its tags."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

IDS: Mapping[str, str] = {
    # 22 to 24 June
    "week.ambassador": "ambassador", "week.wake_him": "telephone", "week.do_not_fire": "telephone",
    "week.second_directive": "signature", "week.he_declines": "speech", "week.noon": "loudspeakers",
    "week.stadium": "stadium", "week.queues": "queue", "week.zhukov_to_kiev": "dead_wires",
    "week.zhukov_stays": "telephone", "week.weapons": "pistols", "week.churchill": "london",
    "week.third_directive": "wedge", "week.told_success": "wedge", "week.train": "train",
    "week.tyulenev_stays": "map", "week.stavka": "empty_chair", "week.chair": "empty_chair", "week.meretskov": "file",
    "week.empty_chair": "empty_chair", "week.sochi": "tape", "week.plan_for_shells": "shells", "week.ternopol": "map",
    "week.prisons": "corridor", "week.own_bombers": "guns", "week.railwayman": "train", "week.commissars": "lathes",
    "week.page_one": "press", "week.last_trains": "train", "week.litvinov": "study", "week.airmen": "file",
    "week.alabino": "river", "week.bulletin": "press", "week.garrison": "gate", "week.garrison_named": "gate",
    "week.garrison_26": "gate",
    # 25 to 28 June
    "week.brody": "tanks", "week.kiev_station": "platform", "week.finland": "airfield", "week.radios": "wireless",
    "week.bialystok": "pocket", "week.beria_visit": "study", "week.transcript": "tape", "week.kirponos": "map",
    "week.called_up": "platform", "week.longer_day": "lathes", "week.dubno": "tanks", "week.forty_minutes": "map",
    "week.where_would_it_go": "washington", "week.burnt_aircraft": "airfield", "week.pavlov_silent": "dead_wires",
    "week.council_seat": "factory", "week.gold": "sealed_wagons", "week.cripps": "envoys",
    "week.order_of_wagons": "factory", "week.signs": "night_houses", "week.rumours": "queue", "week.vashugin": "tanks",
    "week.bobruisk": "dumb_telephone", "week.sentences": "signature", "week.driver": "car_below",
    "week.fall_of_kaunas": "tape", "week.fall_of_vilnius": "refugees", "week.fall_of_brest": "burning_town",
    "week.fall_of_bialystok": "pocket", "week.fall_of_baranovichi": "train", "week.fall_of_minsk": "burning_town",
    "week.minsk_told": "burning_town", "week.fall_of_dvinsk": "river", "week.fall_of_lvov": "corridor",
    "week.fall_of_tarnopol": "map", "week.fall_of_chernovtsy": "refugees", "week.fall_of_zhitomir": "refugees",
    "week.fall_of_smolensk": "river", "week.other_column": "dead", "week.abroad_reckons": "foreign_station",
    # the dacha
    "dacha.minsk_by_radio": "foreign_station", "dacha.minsk_confirmed": "dumb_telephone", "dacha.families": "corridor",
    "dacha.scorch": "burning_fields", "dacha.quarrel": "map", "dacha.tears": "map", "dacha.lenin_left": "cars",
    "dacha.cars_part": "cars", "dacha.the_car": "road", "dacha.night_drive": "telephone",
    "dacha.empty_office": "dumb_telephone", "dacha.unsigned": "signature", "dacha.orders_without_name": "signature",
    "dacha.kiev_calls": "dumb_telephone", "dacha.guard_reports": "road", "dacha.relieve_pavlov": "map",
    "dacha.moscow_district": "gate", "dacha.lead_and_follow": "study", "dacha.molotov_answers": "empty_chair",
    "dacha.molotovs_office": "signature", "dacha.another_day": "signature", "dacha.dining_room": "visitors",
    "dacha.kuntsevo": "dacha", "dacha.why_have_you_come": "visitors", "dacha.committee_decree": "kremlin",
    "dacha.two_left_out": "empty_chair",
    # July
    "july.men_at_lathes": "lathes", "july.lepel": "wedge", "july.rumour_law": "queue", "july.cripps_received": "envoys",
    "july.guns_round_moscow": "guns", "july.special_sections": "corridor", "july.rockets": "rockets",
    "july.felt_boots": "boots", "july.two_masters": "map", "july.smolensk_bridges": "river",
    "july.commissars_again": "signature",
    # asked of whoever is played
    "asked.turning_shop": "lathes", "asked.two_counts": "train", "asked.lieutenant": "guns",
    "asked.generals_wife": "corridor", "asked.household_train": "platform", "asked.under_the_blotter": "file",
    "asked.before_the_cards": "queue", "asked.two_pages": "signature", "asked.their_pages": "file",
    "asked.lost_card": "queue", "asked.your_own_set": "wireless", "asked.test_pilots": "airfield",
    "asked.zhitomir_road": "refugees", "asked.marsh_road": "map",
    # the plot
    "plot.the_name": "night_houses", "plot.whisper": "night_houses", "plot.whisper_returns": "night_houses",
    "plot.one_of_yours": "car_below", "plot.he_was_asked": "night_houses", "plot.page_three": "file",
    "plot.page_six": "file", "plot.tonight": "empty_chair", "plot.at_supper": "kremlin", "plot.the_night": "telephone",
    "plot.the_man": "dacha", "plot.the_wires": "radio_tower", "plot.he_signs": "armchair",
    "plot.the_obeying": "telephone", "plot.gate_shut": "gate", "plot.word_is_out": "car_below",
    "plot.failed": "corridor", "plot.broken": "file", "plot.turned_back": "night_houses",
    # afterwards
    "after.first_decree": "signature", "after.old_man": "armchair", "after.fear_lifts": "river",
    "after.old_square_asks": "signature", "after.fronts_ask": "tape", "after.lubyanka_asks": "file",
    "after.keepers_bill": "gate", "after.asked_back": "visitors", "after.stops_signing": "armchair",
    "after.keeper_collects": "file", "after.who_led": "file", "after.no_smoke": "study", "after.suspect": "file",
    "after.marked": "gate", "after.second_sign": "tape", "after.the_car_below": "car_below",
    "after.one_question": "envoys", "after.pavlov": "road", "after.pavlovs_staff": "signature",
    "after.lenin_train": "sealed_wagons", "after.speech": "speech", "after.new_voice": "speech",
    "after.three_marshals": "map", "after.siberia": "train", "after.pact": "london", "after.bulletin": "press",
    "after.not_a_step": "river", "after.the_bell": "hall", "after.retoucher": "press", "after.remembered": "dacha",
    "after.nobody_asks": "empty_chair", "after.two_weeks_of_another": "kremlin",
    # proposals
    "proposal.grodno": "wedge", "proposal.grodno_due": "map", "proposal.railways": "train",
    "proposal.railways_due": "train", "proposal.shells": "shells", "proposal.shells_due": "shells",
    "proposal.rear_of_ukraine": "river", "proposal.rear_of_ukraine_due": "river", "proposal.bread": "train",
    "proposal.bread_due": "platform", "proposal.luga": "digging", "proposal.luga_due": "digging",
    "proposal.kiev_holds": "telephone", "proposal.kiev_holds_due": "map", "proposal.militia": "militia",
    "proposal.militia_due": "militia", "proposal.forty_works": "factory", "proposal.forty_works_due": "factory",
    # levers
    "staff_wire": "dead_wires", "staff_second_line": "digging", "staff_plea": "telephone",
    "staff_counterblow": "wedge", "staff_delegate": "road", "defence_go_and_see": "road",
    "defence_third_directorate_soften": "corridor", "defence_third_directorate_harden": "corridor",
    "defence_ask_for_an_officer": "corridor", "cadres.test_pilots": "airfield",
    "cadres.aircraft_by_the_day": "airfield", "cadres.ask_release": "corridor", "cadres.ring_the_regions": "telephone",
    "cadres.cipher_channel": "tape", "foreign.note_london": "london", "foreign.ask_steinhardt": "washington",
    "foreign.approach_poles": "london", "foreign.take_the_call": "dumb_telephone",
    "leader_telephone_front": "telephone",
    "leader_arrest": "car_below", "leader_night_at_kuntsevo": "road", "leader_test_them": "dacha",
    "leader_return": "kremlin", "leader_write_speech": "speech", "plan.move_works": "factory", "plot_strike": "cars",
    "plot_all_at_once": "cars", "plot_cover": "study", "nkvd_prisoners_east": "sealed_wagons",
    "nkvd_exchange_listens": "tape", "nkvd_destroyer_battalions": "militia", "supply.bread_cards": "queue",
    "supply.families_on_empty_wagons": "refugees", "supply.buy_abroad": "foreign_station",
    "ukraine.dig_kiev": "digging", "ukraine.harvest_in": "burning_fields", "ukraine.burn_the_fields": "burning_fields",
    "ukraine.load_works": "factory", "usa": "washington", "uk": "london", "germany": "berlin",
    # lines of the chronicle
    "struck": "cars", "leader_withdrew": "armchair", "leader_returned": "kremlin", "leader_followed": "kremlin",
    "plot_won_committee": "empty_chair", "plot_won_portrait": "armchair", "plot_won_arrest": "car_below",
    "plot_failed_at_the_man": "gate", "plot_wires_lost": "radio_tower", "plot_obeying_lost": "dumb_telephone",
    "plot_begged": "visitors", "arrested": "car_below", "released": "gate", "executed": "dead",
    "appointed": "signature",
    "organ_head": "signature", "sent_away": "train", "recalled": "train", "city_taken": "burning_town",
    "crisis_over": "kremlin", "power_passed": "empty_chair", "power_passed_behind": "armchair", "sign": "night_houses",
    "text": "tape",
}  # fmt: skip
"""Id of an event, a lever or a note -> scene."""

STARTS: Sequence[tuple[str, str]] = (
    ("week.fall_of_", "burning_town"), ("vote", "vote"), ("room.vote_", "vote"), ("plot_", "night_houses"),
    ("nkvd_", "file"), ("leader_", "study"), ("staff_", "map"), ("defence_", "map"), ("cadres", "signature"),
    ("foreign", "envoys"), ("germany_", "berlin"), ("uk_", "london"), ("usa_", "washington"),
    ("china_", "foreign_station"), ("plan", "lathes"), ("supply", "train"), ("ukraine", "telephone"),
    ("room", "study"), ("proposal", "signature"), ("plot", "night_houses"), ("dacha", "dacha"), ("week", "map"),
    ("july", "map"), ("after", "kremlin"),
)  # fmt: skip
"""How an id begins -> scene, the first that fits."""

TAGS: Sequence[tuple[str, Sequence[str]]] = (
    ("coup", ("night_houses", "cars", "telephone")), ("terror", ("corridor", "car_below", "file")),
    ("security", ("gate", "corridor", "file")), ("foreign", ("envoys", "foreign_station", "london")),
    ("press", ("press", "loudspeakers", "speech")), ("supply", ("train", "queue", "factory")),
    ("science", ("rockets",)), ("war", ("map", "burning_town", "river")), ("army", ("map", "river", "tanks")),
    ("party", ("hall", "signature", "vote")), ("secret", ("night_houses", "study")), ("truth", ("tape", "press")),
    ("loyal", ("dacha", "kremlin")), ("self", ("study", "telephone")),
)  # fmt: skip
"""Tag -> scenes, the first tag that fits."""

LAST = ("tape", "kremlin", "telephone")
"""Where nothing fits."""


def scene_of(event_id: str, tags: Collection[str] = (), rank: int = 0) -> str:
    """The name of the scene for an event, a lever, a note, or an item's `event.option`.

    rank: its place on a page from 0 on; of items that only their tags tell about, neighbours get different scenes.
    """
    known = _by_id(event_id)
    if known:
        return known
    fitting = next((scenes for tag, scenes in TAGS if tag in tags), LAST)
    return fitting[rank % len(fitting)]


def _by_id(event_id: str) -> str:
    """The scene that the tables give to an id; empty where they know none."""
    parts = event_id.split(".")
    for length in range(len(parts), 0, -1):
        found = IDS.get(".".join(parts[:length]))
        if found:
            return found
    return next((scene for start, scene in STARTS if event_id.startswith(start)), "")
