using System.Text;
using System.Text.RegularExpressions;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Something wrong with a form: the field, a stable code, what is wrong and how to mend it.</summary>
public sealed record FormProblem(string Field, string Code, Words Reason, Words Remedy);

/// <summary>Finds everything that is wrong with a form, at once (一次告知).</summary>
public static partial class FormCheck
{
    private const int MostChildren = 6;
    private const int YoungestMother = 12;

    private static readonly HashSet<Rune> BetweenNames = [.. "·•・‧ '-".EnumerateRunes()];

    public static IReadOnlyList<FormProblem> Problems(NewbornForm form, DateOnly today, bool isAtCounter) => [.. All(form, today, isAtCounter)];

    /// <summary>The same of a form that corrects one of a birth of so many children: each has its case by now.</summary>
    public static IReadOnlyList<FormProblem> Problems(NewbornForm form, DateOnly today, bool isAtCounter, int babies) => form.Children.Count == babies ? Problems(form, today, isAtCounter)
        : [.. All(form, today, isAtCounter), new("children", "count", new("这次出生的孩子数不能改。", "The number of children of this birth can't be changed."), new("撤回后重新填一张表。", "Withdraw it and fill in a new form."))];

    private static IEnumerable<FormProblem> All(NewbornForm form, DateOnly today, bool isAtCounter)
    {
        if (form.BirthDate > today)
            yield return new("birthDate", "future", new("出生日期在今天之后。", "The date of birth lies ahead."), new("改成出生当天；还没出生的先办生育登记。", "Enter the day of birth; before that, register the pregnancy."));
        foreach (var problem in OfPlaces(form))
            yield return problem;
        foreach (var problem in OfPerson("mother", form.Mother, form.BirthDate).Concat(form.Father is { } father ? OfPerson("father", father, form.BirthDate) : []))
            yield return problem;
        foreach (var problem in OfParents(form))
            yield return problem;
        foreach (var problem in OfPhone(form.Phone))
            yield return problem;
        if (form.Children.Count is 0 or > MostChildren)
            yield return new("children", "count", new($"一次出生应填 1 到 {MostChildren} 个孩子。", $"A birth has 1 to {MostChildren} children."), new("一个孩子填一栏。", "Enter each child once."));
        for (var index = 0; index < form.Children.Count; index++)
        {
            foreach (var problem in OfChild($"children[{index}]", form.Children[index], form))
                yield return problem;
        }

        foreach (var problem in OfTwice(form))
            yield return problem;
        if (form.PromisedBy is { } promised && OfPromise("promisedBy", promised, today) is { } late)
            yield return late;
        if (isAtCounter && !form.HasConsent)
            yield return NoConsent;
    }

    /// <summary>What is wrong with the day until which a paper is promised; null where nothing is.</summary>
    internal static FormProblem? OfPromise(string field, DateOnly? until, DateOnly today) => until switch
    {
        null => new(field, "noDay", new("没有写哪天前补交。", "It is not said by when the paper comes."), new("填今天以后的日期。", "Enter a day to come.")),
        { } day when day <= today => new(field, "past", new("承诺补交的日期已经过了。", "The promised day is over."), new("填今天以后的日期。", "Enter a day to come.")),
        { } day when day > today.AddYears(1) => new(field, "tooFar", new("承诺补交的日期在一年以后。", "The promised day is more than a year ahead."), new("填一年以内的日期。", "Enter a day within a year.")),
        _ => null,
    };

    /// <summary>Who files for a family says that it asked for it.</summary>
    internal static FormProblem NoConsent { get; } = new("hasConsent", "consent", new("代办要家庭同意。", "The family has to agree to your filing it."), new("问过本人后勾选。", "Ask, and tick the box."));

    private static IEnumerable<FormProblem> OfPlaces(NewbornForm form)
    {
        if (form.Birthplace is null && string.IsNullOrWhiteSpace(form.Country))
            yield return new("country", "country", new("没有填出生的国家或地区。", "The country or region of birth is missing."), new("照国外出生证明填，比如 日本。", "Copy it from the foreign birth certificate, such as Japan."));
        if (form.Birthplace is not null && !string.IsNullOrWhiteSpace(form.Country))
            yield return new("country", "twoPlaces", new("国内出生地和国外出生地都填了。", "It is said to be born both here and abroad."), new("只填一个。", "Give one of the two."));
        foreach (var (field, text) in new[] { ("hospital", form.Hospital), ("country", form.Country), ("foreignPlace", form.ForeignPlace) })
        {
            if (text?.Length > NewbornForm.PlaceLength)
                yield return new(field, "tooLong", new($"最多 {NewbornForm.PlaceLength} 个字。", $"It may have {NewbornForm.PlaceLength} characters."), new("只写名称。", "Give the name only."));
            else if (text?.Any(char.IsControl) == true)
                yield return new(field, "signs", new("里面有看不见的字符。", "It holds signs that can't be seen."), new("重新打一遍名称。", "Type the name again."));
            else if (FreeText.Problem(field, text) is { } problem)
                yield return problem;
        }
    }

    private static IEnumerable<FormProblem> OfTwice(NewbornForm form)
    {
        var field = form.InsteadOfCertificate is null ? "certificate" : "document";
        foreach (var twice in form.Children.Select((child, index) => (Number: form.InsteadOfCertificate is null ? child.Certificate : child.Document, index)).Where(row => !string.IsNullOrWhiteSpace(row.Number))
            .GroupBy(row => row.Number!.Trim().ToUpperInvariant()).Where(same => same.Count() > 1))
            yield return new($"children[{twice.Last().index}].{field}", "sameCertificate", new("两个孩子填了同一个证件编号。", "Two children have one number of a paper."), new("每个孩子有自己的编号，请核对。", "Each child has a number of its own; check both."));
    }

    private static IEnumerable<FormProblem> OfParents(NewbornForm form)
    {
        if (ResidentId.TryParse(form.Mother.IdNumber, out var mother) && !form.IsAdopted)
        {
            if (mother.Sex != Sex.Female)
                yield return new("mother.idNumber", "sex", new("这个身份证号是男性的。", "This is a man's number."), new("照母亲的身份证重填。", "Copy it from the mother's card."));
            if (mother.BirthDate < form.BirthDate && mother.BirthDate.AddYears(YoungestMother) > form.BirthDate)
                yield return new("mother.idNumber", "tooYoung", new($"按身份证，孩子出生时母亲不满 {YoungestMother} 岁。", $"By the card the mother was younger than {YoungestMother} at the birth."), new("核对身份证号和孩子的出生日期。", "Check the number and the child's date of birth."));
        }

        if (form.Father is not { } named || !ResidentId.TryParse(named.IdNumber, out var father))
            yield break;
        if (father.Sex != Sex.Male && !form.IsAdopted)
            yield return new("father.idNumber", "sex", new("这个身份证号是女性的。", "This is a woman's number."), new("照父亲的身份证重填。", "Copy it from the father's card."));
        if (father.Number == mother.Number)
            yield return new("father.idNumber", "sameParent", new("两位家长填了同一个身份证号。", "Both parents have one number."), new("各填各的身份证号。", "Enter each one's own."));
    }

    internal static IEnumerable<FormProblem> OfPhone(string phone) => Phone().IsMatch(phone) ? []
        : [new("phone", "phone", new("手机号应为 1 开头的 11 位数字。", "A mobile number has 11 digits and begins with 1."), new("核对手机号。", "Check the number."))];

    internal static IEnumerable<FormProblem> OfPerson(string field, Person person, DateOnly birth)
    {
        if (!IsName(person.Name))
            yield return Name(field + ".name");
        if (!ResidentId.TryParse(person.IdNumber, out var id, out var error))
            yield return new(field + ".idNumber", "idNumber", new(error.Value.ToChinese(), error.Value.ToString()), new("照身份证重填。", "Copy it from the card."));
        else if (id.BirthDate >= birth)
            yield return new(field + ".idNumber", "younger", new("身份证上的生日在孩子出生之后。", "By the card this parent is younger than the child."), new("核对身份证号和孩子的出生日期。", "Check the number and the child's date of birth."));
    }

    private static IEnumerable<FormProblem> OfChild(string field, Newborn child, NewbornForm form)
    {
        if (child.Name is { } name && !IsName(name))
            yield return Name(field + ".name");
        if (form.InsteadOfCertificate is { } paper)
        {
            foreach (var problem in OfDocument(field, child, paper, form.Papers.Contains(paper)))
                yield return problem;
        }
        else if (child.Certificate is { } certificate && !Certificate().IsMatch(certificate.Trim()))
        {
            yield return new(field + ".certificate", "certificate", new("出生医学证明编号是 1 个字母加 9 位数字。", "A certificate number is one letter and nine digits."), new("照证明右上角填；还没发的留空。", "Copy it from the certificate; leave it empty where none was issued."));
        }
    }

    private static IEnumerable<FormProblem> OfDocument(string field, Newborn child, Paper paper, bool isInHand)
    {
        var name = CaseWords.Of(paper);
        if (child.Certificate is not null)
            yield return new(field + ".certificate", "noCertificate", new($"这个孩子凭{name.Zh}办理，不填国内的出生医学证明编号。", $"For this child {name.En} counts; no certificate is issued here."), new("去掉它。", "Leave it empty."));
        if (child.Document is null && isInHand)
            yield return new(field + ".document", "noDocument", new($"没有填{name.Zh}的编号。", $"The number of {name.En} is missing."), new("照证件填；没有编号的，写签发机关和日期。", "Copy it from the paper; where it has none, write who issued it and when."));
        if (child.Document is { } number && (number.Length > NewbornForm.DocumentLength || !Document().IsMatch(number)))
            yield return new(field + ".document", "document", new($"编号里有不能用的字符，或者太长（最多 {NewbornForm.DocumentLength} 个）。", $"The number has signs that it can't have, or more than {NewbornForm.DocumentLength}."), new("照证件填，用字母、数字、汉字和 - / ( )。", "Copy it from the paper: letters, digits, - / ( )."));
    }

    internal static FormProblem Name(string field) => new(field, "name", new("姓名里有不能用的字符，或者没有填。", "The name is missing or has signs that a name can't have."), new("用汉字、字母和间隔号（·）。", "Use Chinese characters, letters and the middle dot."));

    // By characters and not by halves of them: rare ones of people's names (𠮷, 𬭎) stand beyond the first plane.
    internal static bool IsName(string name)
    {
        var runes = name.Trim().EnumerateRunes().ToList();
        return name.Length <= NewbornForm.NameLength && runes.Count > 0 && Rune.IsLetter(runes[0]) && Rune.IsLetter(runes[^1]) && runes.TrueForAll(rune => Rune.IsLetter(rune) || BetweenNames.Contains(rune));
    }

    [GeneratedRegex("^[A-Za-z][0-9]{9}$")]
    private static partial Regex Certificate();

    [GeneratedRegex(@"^[\p{L}0-9 \-/()（）〔〕\[\].]+$")]
    private static partial Regex Document();

    [GeneratedRegex("^1[0-9]{10}$")]
    private static partial Regex Phone();
}
