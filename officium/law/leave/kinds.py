"""The kinds of absence of which these shelves speak, and who pays the public holidays inside them."""

MATERNITY = ("maternity", "maternity_multiple")
PROLONGED, PROTECTION = "maternity_prolonged", "maternity_protection"
BIRTH, ADOPTION, FOSTER_PARENTAL = "birth_leave", "adoption_leave", "foster_parental_leave"
CHILD_LEAVE = (BIRTH, ADOPTION, FOSTER_PARENTAL)
CEREMONIES = ("family_wedding", "ordination")
DEATHS = (
    "bereavement_close",
    "bereavement_parent",
    "bereavement_relative_at_home",
    "bereavement_relative",
    "bereavement_foster_child",
)
SMALL_LEAVE = (
    "wedding",
    *CEREMONIES,
    *DEATHS,
    "communion",
    "secular_youth_festival",
    "civic_duty",
)
COMPELLING, CAREGIVER, FOSTER_CARE = "compelling_reasons", "caregiver_leave", "foster_care_leave"
YEARLY_LEAVE = (COMPELLING, CAREGIVER, FOSTER_CARE)
BREAST_FEEDING, EXAMINATION = "breast_feeding", "prenatal_examination"

# Pay for hours of paid educational leave, limited by law.
TRAINING_PAY = ("training_pay",)

# RD 18-04-1974 art. 12, 3°, c: thirty days from the start of maternity leave.
MATERNITY_COVER = MATERNITY
# The same, 4°, a: fourteen days of another suspension that the act on employment contracts provides.
LEAVE_COVER = (
    PROTECTION,
    *CHILD_LEAVE,
    *SMALL_LEAVE,
    *YEARLY_LEAVE,
    BREAST_FEEDING,
    EXAMINATION,
)
# It follows maternity leave, whose thirty days are over.
NO_COVER = (PROLONGED,)
