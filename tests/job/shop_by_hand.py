"""Lines of the shop's payslips counted by hand: month and person, name of the line, amount."""

from __future__ import annotations

BY_HAND: tuple[tuple[str, str, str], ...] = (
    # 4 200 x 10 of the 21 days of March, before the raise; 4 500 x 11 / 21 after it.
    ("2025-03/S001", "Loon voor arbeid tot de wijziging", "2000.00"),
    ("2025-03/S001", "Loon voor arbeid", "2357.14"),
    # (4 500 + 6.00 for the computer + 3.00 for the phone) x 92 %; 85/92 of it is 3 832.65, x 13.07 %
    # = 500.927.
    ("2025-05/S001", "dubbel vakantiegeld", "4148.28"),
    ("2025-05/S001", "Werknemersbijdragen op loon zonder gewone bijdragen", "500.93"),
    # 4 500 x 3 / (38 x 13) = 27.3279 an hour; 2 hours x 50 %; relief 54.66 x 57.75 % = 31.566.
    ("2025-04/S001", "toeslag van 50 % op overuren met inhaalrust", "27.33"),
    ("2025-04/S001", "Verrekende belastingvermindering voor overuren", "31.57"),
    # CLA 90: 4 164.00 apart, x 13.07 % = 544.2348; 336.00 is pay, x 13.07 % = 43.92.
    # What passes 3 622.00 after contributions is taxed: 4 500 - 544.23 - 43.92 - 3 622.
    ("2025-06/S001", "Loon zonder gewone bijdragen", "4164.00"),
    ("2025-06/S001", "Werknemersbijdragen op loon zonder gewone bijdragen", "544.23"),
    ("2025-06/S001", "Belastbaar exceptioneel loon", "289.85"),
    # 900 x 13.07 % = 117.63; 782.37 x 7 % = 54.7659.
    ("2025-10/S001", "Werknemersbijdragen op loon zonder gewone bijdragen", "117.63"),
    ("2025-10/S001", "Belastingen tegen een afzonderlijk tarief", "54.77"),
    # 72, 36, 60 and 48 euro a year, a twelfth of each.
    ("2025-10/S001", "internet voor privégebruik", "5.00"),
    ("2025-10/S001", "telefoonabonnement voor privégebruik", "4.00"),
    # A month of 25 x 5 / 6 days: 5 040 / (12 x 25 x 5 / 6) = 20.16; two holidays in May.
    ("2025-04/S002", "feestdagloon op variabel loon", "20.16"),
    ("2025-05/S002", "feestdagloon op variabel loon", "40.32"),
    # 5 292 x 10 / (12 x 25 x 5 / 6) = 211.68; 5 292 / 12 x 92 % = 405.72; 2 600 x 92 %.
    ("2025-07/S002", "enkel vakantiegeld op variabel loon", "211.68"),
    ("2025-07/S002", "dubbel vakantiegeld op variabel loon", "405.72"),
    ("2025-07/S002", "dubbel vakantiegeld", "2392.00"),
    # 2 210.00 and 374.85 are 85/92 of those: 288.85 + 48.99; less 13.07 % of the 240.00 set off, 31.37.
    ("2025-07/S002", "Werknemersbijdragen op loon zonder gewone bijdragen", "306.47"),
    # Two of 22 days of birth leave: 2 600 x 20 / 22.
    ("2025-09/S002", "Loon voor arbeid", "2363.64"),
    # Two of the 14 days of the cycle in February are carried holidays: 1 890 x 12 / 14.
    ("2025-02/S003", "Loon voor arbeid", "1620.00"),
    # 12 x 2 700 and a premium of 2 700 are 35 100, x 7.67 % = 2 692.17: less 14 days x 7.60 hours x
    # 16.3968 = 1 744.62 of single pay, and less 1 890 x 92 % = 1 738.80 of double pay.
    ("2025-12/S003", "decemberafrekening, enkel vakantiegeld", "947.55"),
    ("2025-12/S003", "decemberafrekening, dubbel vakantiegeld", "953.37"),
    # 35 100 x 6.80 % = 2 386.80, less 1 738.80 x 85 / 92 = 1 606.50; x 13.07 % = 101.98521.
    ("2025-12/S003", "Werknemersbijdragen op loon zonder gewone bijdragen", "101.99"),
    # April: five Wednesdays of 7, four Fridays of 5, four Saturdays of 7: 83 hours x 15.60; 6.33 x 15.60.
    ("2025-04/S004", "Loon voor arbeid", "1294.80"),
    ("2025-04/S004", "Loon voor feestdagen", "98.75"),
    # 5 x 15.60; 3 x 15.60 x 1.5; 6.33 x 15.60 for 21 July.
    ("2025-05/S004", "bijkomende uren", "78.00"),
    ("2025-06/S004", "bijkomende uren met 50 % toeslag", "70.20"),
    ("2025-06/S004", "feestdag na het einde van de overeenkomst", "98.75"),
    # 10 x 17.25 x 1.5; 9 x 17.25 x 1.5 = 232.875; 6 x 17.25; 6 x 17.25 x 20 %.
    ("2025-01/S005", "overuren met 50 % toeslag", "258.75"),
    ("2025-01/S005", "vrijwillige overuren", "232.88"),
    ("2025-01/S005", "relance-uren", "103.50"),
    ("2025-01/S005", "Inventaris", "20.70"),
    # Relief: 19 x 17.25 = 327.75, x 57.75 % = 189.2756. In October (9 x 17.25) x 4 / 9 = 69.00.
    ("2025-01/S005", "Verrekende belastingvermindering voor overuren", "189.28"),
    ("2025-10/S005", "Verrekende belastingvermindering voor overuren", "39.85"),
    # 4 x 17.25 x 2; 4 x 17.25 x 50 %; 24 x 17.25 x 10 %; 12 x 0.85; 8 x 17.25.
    ("2025-02/S005", "overuren met 100 % toeslag", "138.00"),
    ("2025-02/S005", "zondagspremie", "34.50"),
    ("2025-03/S005", "ploegenpremie", "41.40"),
    ("2025-03/S005", "Koudepremie", "10.20"),
    ("2025-07/S005", "feestdagpremie", "138.00"),
    # Meal vouchers, x 1.09: 22 working days of January and a Saturday of relaunch hours; 20 of June and a
    # Sunday for which rest is taken, on which half a day is worked too.
    ("2025-01/S005", "werknemersaandeel maaltijdcheques", "25.07"),
    ("2025-06/S005", "werknemersaandeel maaltijdcheques", "22.89"),
    # 22 days x 121.60 without 1 January; and the day itself.
    ("2025-01/S006", "Loon voor arbeid", "2675.20"),
    ("2025-01/S006", "Loon voor feestdagen", "121.60"),
    # A fifth of 2 221.28 may be taken: 444.25. Of 620.00 is left 175.75, which May takes.
    ("2025-04/S006", "Over te dragen naar de volgende maand", "175.75"),
    ("2025-05/S006", "Nog te verrekenen uit vroegere maanden", "175.75"),
    # 1 310 x 1.95; 2 301 / 20 days.
    ("2025-09/S007", "Tasses décorées", "2554.50"),
    ("2025-12/S007", "feestdagloon volgens het gemiddelde van vier weken", "115.05"),
    # 30 225 (27 900 and the premium of 2 325) x 7.67 %, 6.80 % and 0.87 %; 37 200 the same, the first for 8
    # of 20 days; 3 100 x 9 / 12.
    ("2025-09/S008", "enkel vertrekvakantiegeld, voor volgend jaar", "2318.26"),
    ("2025-09/S008", "dubbel vertrekvakantiegeld, voor volgend jaar", "2055.30"),
    ("2025-09/S008", "aanvullend dubbel vertrekvakantiegeld, voor volgend jaar", "262.96"),
    ("2025-09/S008", "enkel vertrekvakantiegeld, voor dit jaar", "1141.30"),
    ("2025-09/S008", "dubbel vertrekvakantiegeld, voor dit jaar", "2529.60"),
    ("2025-09/S008", "aanvullend dubbel vertrekvakantiegeld, voor dit jaar", "323.64"),
    ("2025-09/S008", "eindejaarspremie volgens maanden", "2325.00"),
    # 2 and 6 days x 126.92 x 90 %; 228.46 + 685.37 - 760.00; 7 % of 2 750 at most.
    ("2025-11/S009", "aftrek enkel vakantiegeld, vakantieattest", "-228.46"),
    ("2025-12/S009", "aftrek enkel vakantiegeld, vakantieattest", "-685.37"),
    ("2025-12/S009", "eindafrekening vakantieattest", "153.83"),
    ("2025-12/S009", "dubbel vakantiegeld", "2530.00"),
    ("2025-12/S009", "aftrek aanvullend dubbel vakantiegeld, vakantieattest", "-192.50"),
    # Net 2 129.58: 128.60 up to 1 800.00, and 329.58 above it.
    ("2025-10/S007", "loonbeslag (Huissier Dubois)", "458.18"),
    # Net 2 080.75: 128.60 + 280.75 = 409.35, of which 900 / 1 200 and 300 / 1 200.
    ("2025-11/S007", "loonbeslag (Huissier Dubois)", "307.01"),
    ("2025-11/S007", "loonbeslag (Huissier Lenoir)", "102.34"),
    # Net 2 102.83: 128.60 + 302.83 - 86.00 = 345.43, and 134.81 + 197.66 = 332.47 is left of the claims.
    ("2025-12/S007", "loonbeslag (Huissier Dubois)", "134.81"),
    ("2025-12/S007", "loonbeslag (Huissier Lenoir)", "197.66"),
    # 18 of the 23 days of December x 3 431.21; 22.80 of its 174.80 hours; all five days of the certificate.
    ("2025-12/S010", "Loon voor arbeid en betaalde dagen", "2685.29"),
    ("2025-12/S010", "vakantiegeld voor aanvullende vakantie", "447.55"),
    ("2025-08/S010", "aftrek enkel vakantiegeld per dag, vakantieattest", "-690.00"),
    # 1 475 x 3 / (19 x 13) = 17.9150 an hour x 3.80 x 15 days; 1 475 x 92 % for all 20 days.
    ("2025-12/S011", "niet opgenomen vakantiedagen", "1021.16"),
    ("2025-12/S011", "dubbel vakantiegeld van niet opgenomen dagen", "1357.00"),
    # Days 8 to 14: 5 x 7.60 x 16.40 = 623.20, x 85.88 %; days 15 to 19: x 25.88 %, below the ceiling.
    ("2025-02/S013", "gewaarborgd loon tweede week", "535.20"),
    ("2025-02/S013", "aanvulling gewaarborgd loon (cao 12bis/13bis)", "161.28"),
    # A relapse: days 20 to 30 are 5 to 15 March, eight of them worked; 997.12 x 25.88 %.
    ("2025-03/S013", "aanvulling gewaarborgd loon (cao 12bis/13bis)", "258.05"),
    # 13 days of work before 5 March and after 21 March's ten; nothing is paid for 17 to 21 March.
    ("2025-03/S013", "Loon voor arbeid", "997.12"),
    # Five days of the accident are paid like the other eighteen: 23 x 7.60 x 16.40.
    ("2025-10/S013", "Loon voor arbeid en betaalde dagen", "2866.72"),
    # Two days of economic unemployment at 2.00, and at the 5.20 of who earns little; 26.75 % of 14.40.
    ("2025-09/S005", "toeslag bij tijdelijke werkloosheid", "4.00"),
    ("2025-09/S005", "bijkomende toeslag bij tijdelijke werkloosheid", "10.40"),
    ("2025-09/S005", "Bedrijfsvoorheffing op aanvullingen bij uitkeringen", "3.85"),
    # Four fifths of 3 200.00.
    ("2025-04/S014", "Loon voor arbeid en betaalde dagen", "2560.00"),
    # 12 x 3 900 + 3 900 x 92 % + 3 900 + 1 320 = 55 608.00 a year; 53 weeks and four days, less four
    # weeks of outplacement: 49 4/7 weeks of 55 608 / 52.
    ("2025-05/S015", "opzeggingsvergoeding, outplacement afgetrokken", "53010.92"),
    # 12 of the 22 days of May.
    ("2025-05/S015", "Loon voor arbeid en betaalde dagen", "2127.27"),
    # 2024: 12 x 3 200 and a premium of 3 200 are 41 600, x 7.67 % = 3 190.72: less 16 days x 7.60 hours x
    # 19.4332, and less 2 560 x 92 %.
    ("2025-12/S014", "decemberafrekening, enkel vakantiegeld", "827.64"),
    ("2025-12/S014", "decemberafrekening, dubbel vakantiegeld", "835.52"),
    # 7.60 x 18.10 for Easter Monday.
    ("2025-03/S012", "feestdag na het einde van de overeenkomst", "137.56"),
)
