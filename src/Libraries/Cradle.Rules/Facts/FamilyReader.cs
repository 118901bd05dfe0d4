using System.Text;
using System.Text.Json;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Facts;

/// <summary>
/// Reads a family from the JSON contract by the vocabulary. An absent or null member is unknown; a member nobody knows is named in a warning;
/// everything impossible is an error with field, reason and remedy, and then there are no facts at all.
/// </summary>
public sealed class FamilyReader(Vocabulary vocabulary, DivisionCatalogue? divisions)
{
    /// <summary>More children than this are refused rather than guessed at.</summary>
    public const int MaximumChildren = 20;

    /// <summary>How many of one parent's own parents are taken.</summary>
    public const int MaximumElders = 4;

    /// <summary>Reads JSON text.</summary>
    /// <param name="json">The family, UTF-16 text.</param>
    /// <param name="today">The day of the question where the family names none.</param>
    /// <param name="asOf">The day of the question, whatever the family names.</param>
    public FamilyReading Read(string json, DateOnly today, DateOnly? asOf = null) => Read(Encoding.UTF8.GetBytes(json), today, asOf);   // half characters become the replacement character

    /// <summary>Reads JSON as it came in a file or a request (see <see cref="StrictJson"/>).</summary>
    /// <param name="json">The family, UTF-8.</param>
    /// <param name="today">The day of the question where the family names none.</param>
    /// <param name="asOf">The day of the question, whatever the family names.</param>
    public FamilyReading Read(ReadOnlyMemory<byte> json, DateOnly today, DateOnly? asOf = null)
    {
        var (document, problem) = StrictJson.Parse(json);
        using (document)
            return document is null ? new FamilyReading(null, [problem!], []) : Read(document.RootElement, today, asOf);
    }

    /// <summary>Reads a family that <see cref="StrictJson"/> parsed.</summary>
    public FamilyReading Read(JsonElement root, DateOnly today, DateOnly? asOf = null)
    {
        var problems = new FactProblems();
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Error("$", "shape", "这里应当是一个家庭（JSON 对象）。", "This must be one family, a JSON object.", "写成 {…}，见接口说明。", "Write {…}; see the contract.");
            return problems.Reading(null);
        }

        var facts = new FamilyFacts(vocabulary, today);
        var values = new FactValueReader(new DivisionReader(divisions, problems), problems);
        foreach (var member in Members(root, "", problems))
        {
            switch (member.Name)
            {
                case "asOf":
                    if (values.Date(member.Value, "asOf") is { } stated)
                        facts.AsOf = stated;
                    break;
                case "mother":
                    facts.MotherElders = ReadParent(member.Value, "mother", facts, facts.Mother, values, problems);
                    break;
                case "father":
                    facts.FatherElders = ReadParent(member.Value, "father", facts, facts.Father, values, problems);
                    break;
                case "children":
                    facts.Children = ReadChildren(member.Value, facts, values, problems);
                    break;
                default:
                    ReadMember(member, EntityKind.Family, "", "", facts.Family, values, problems);
                    break;
            }
        }

        facts.AsOf = asOf ?? facts.AsOf;
        if (problems.Errors.Count == 0)
        {
            new FamilyChecks(facts, problems).Run();
            new ContradictionChecks(facts, problems).Run();
            new UsualChecks(facts, problems).Run();
        }

        return problems.Reading(facts);
    }

    /// <summary>Reads a division code that stands outside a family, such as a place to compare. A retired one gives the code of today, with a warning.</summary>
    /// <param name="text">The code as written.</param>
    /// <param name="path">The field to name in a problem.</param>
    /// <returns>The code as rules write it, or null with errors.</returns>
    public (int? Code, IReadOnlyList<FactProblem> Errors, IReadOnlyList<FactProblem> Warnings) ReadDivision(string? text, string path)
    {
        var problems = new FactProblems();
        var code = new DivisionReader(divisions, problems).Read(text, path);
        return ((int?)code, problems.Errors, problems.Warnings);
    }

    private static IEnumerable<Member> Members(JsonElement element, string path, FactProblems problems)
    {
        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            var member = new Member(JsonText.Shown(property.Name), property.Value);
            if (!seen.Add(property.Name))
                problems.Error(Join(path, member.Name), "twice", "这一项写了两次。", "This member stands twice.", "只留一个。", "Keep one.");
            else if (member.Value.ValueKind != JsonValueKind.Null)
                yield return member;
        }
    }

    /// <summary>The identity number is compared with the stated birth date, wherever it stands.</summary>
    private static IEnumerable<Member> NumberLast(IEnumerable<Member> members) => members.OrderBy(member => member.Name == "idNumber");

    private List<EntityFacts>? ReadParent(JsonElement element, string path, FamilyFacts facts, EntityFacts target, FactValueReader values, FactProblems problems)
    {
        if (!IsObject(element, path, problems))
            return null;
        List<EntityFacts>? elders = null;
        foreach (var member in NumberLast(Members(element, path, problems)))
        {
            if (member.Name == "parentsInHospital")
                elders = ReadItems(member.Value, Join(path, member.Name), MaximumElders, problems, (item, itemPath) => ReadEntity(item, EntityKind.Elder, itemPath, facts.New(EntityKind.Elder), values, problems));
            else if (member.Name == "idNumber")
                ReadIdNumber(member.Value, path, EntityKind.Parent, target, problems);
            else
                ReadMember(member, EntityKind.Parent, "", path, target, values, problems);
        }

        return elders;
    }

    private List<EntityFacts>? ReadChildren(JsonElement element, FamilyFacts facts, FactValueReader values, FactProblems problems)
    {
        var presumptions = new ChildPresumptions(vocabulary);
        return ReadItems(element, "children", MaximumChildren, problems, (item, path) =>
        {
            var child = facts.New(EntityKind.Child);
            var hasDueDate = item.TryGetProperty("dueDate", out var dueDate) && dueDate.ValueKind != JsonValueKind.Null;
            ReadEntity(item, EntityKind.Child, path, child, values, problems);
            if (hasDueDate && values.Date(dueDate, Join(path, "dueDate")) is { } due)
            {
                if (vocabulary.Find(EntityKind.Child, "birth_date") is { } birthDate)
                {
                    if (child.TryGet(birthDate.Slot, out _))
                        problems.Error(Join(path, "dueDate"), "contradiction", "已写了出生日期，又写了预产期。", "Both a birth date and a due date are given.", "出生后只写出生日期。", "Once born, give the birth date only.");
                    child.Set(birthDate.Slot, due.DayNumber);
                }
            }

            if (hasDueDate && presumptions.Adopted is { } adopted && child.TryGet(adopted, out var isAdopted) && isAdopted == 1)
                problems.Error(Join(path, "adopted"), "contradiction", "还没出生的孩子不能是收养的。", "A child not yet born cannot be adopted.", "已经出生就写 birthDate；没有收养就删去 adopted。", "Give birthDate if it is born, or leave out adopted.");
            if (hasDueDate && presumptions.Expected is { } expected)
                child.Set(expected, 1);
            presumptions.Complete(child);
            return child;
        });
    }

    private static List<EntityFacts>? ReadItems(JsonElement element, string path, int maximum, FactProblems problems, Func<JsonElement, string, EntityFacts> read)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            problems.Error(path, "shape", "这里应当是一个列表。", "This must be a list.", "写成 [ … ]。", "Write [ … ].");
            return null;
        }

        if (element.GetArrayLength() > maximum)
        {
            problems.Error(path, "tooMany", $"写了{element.GetArrayLength()}个，最多{maximum}个。", $"There are {element.GetArrayLength()}; at most {maximum} are taken.",
                "核对后只写本家庭的。", "Check the list and give this family's only.");
            return null;
        }

        var items = new List<EntityFacts>();
        foreach (var (index, item) in element.EnumerateArray().Index())
            if (IsObject(item, $"{path}[{index}]", problems))
                items.Add(read(item, $"{path}[{index}]"));
        return items;
    }

    private EntityFacts ReadEntity(JsonElement element, EntityKind kind, string path, EntityFacts target, FactValueReader values, FactProblems problems)
    {
        foreach (var member in NumberLast(Members(element, path, problems)))
        {
            if (kind == EntityKind.Child && member.Name == "idNumber")
                ReadIdNumber(member.Value, path, kind, target, problems);
            else if (kind != EntityKind.Child || member.Name != "dueDate")
                ReadMember(member, kind, "", path, target, values, problems);
        }

        return target;
    }

    /// <summary>Reads a member that is a fact, or an object that leads to facts (<c>providentFund</c>, <c>kindergarten</c>, <c>housing</c> …).</summary>
    private void ReadMember(Member member, EntityKind kind, string within, string path, EntityFacts target, FactValueReader values, FactProblems problems)
    {
        var name = member.Name.Contains('.', StringComparison.Ordinal) ? "" : Join(within, member.Name);   // a dot in a name leads nowhere
        var full = Join(path, member.Name);
        if (vocabulary.FindJson(kind, name) is { Path: not "expected" } fact)
        {
            if (values.Value(member.Value, fact, full) is { } value)
                target.Set(fact.Slot, value);
        }
        else if (vocabulary.LeadsToFacts(kind, name))
        {
            if (!IsObject(member.Value, full, problems))
                return;
            foreach (var inner in Members(member.Value, full, problems))
                ReadMember(inner, kind, name, full, target, values, problems);
        }
        else
        {
            problems.Warning(full, "unknownMember", "不认识这一项，没有使用。", "This member is not known and was not used.", "核对拼写，或删去。", "Check its spelling or remove it.");
        }
    }

    /// <summary>An identity number is checked and gives the birth date where none is stated; it is never kept.</summary>
    private void ReadIdNumber(JsonElement element, string path, EntityKind kind, EntityFacts target, FactProblems problems)
    {
        var full = Join(path, "idNumber");
        if (JsonText.Of(element) is not { } text)
        {
            problems.Error(full, "idNumber", "证件号码要写成字符串。", "An identity number must be a string.", "给号码加上引号。", "Put the number in quotes.");
            return;
        }

        if (!ResidentId.TryParse(text, out var id, out var error))
        {
            problems.Error(full, "idNumber", error.Value.ToChinese(), error.Value.ToString(), "对照证件重新填写。", "Copy it again from the document.");
            return;
        }

        if (id.BirthDate < FactDomain.EarliestDay || id.BirthDate > FactDomain.LatestDay)
        {
            problems.Error(full, "idNumber", "证件号码里的出生年份不在1900到2100之间。", "The year of birth in the number is not between 1900 and 2100.", "对照证件重新填写。", "Copy it again from the document.");
            return;
        }

        if (kind == EntityKind.Parent && (id.Sex == Sex.Female) != (path == "mother"))
            problems.Warning(full, "contradiction", $"证件号码的性别位与“{(path == "mother" ? "妈妈" : "爸爸")}”不符。", $"The number's digit for sex does not fit the {path}.", "核对是不是填成了另一位家长的号码；没错就不用改。", "Check that it is not the other parent's number; leave it if right.");
        if (vocabulary.Find(kind, "birth_date") is not { } birthDate)
            return;
        if (!target.TryGet(birthDate.Slot, out var stated))
            target.Set(birthDate.Slot, id.BirthDate.DayNumber);
        else if (stated != id.BirthDate.DayNumber)
            problems.Error(full, "contradiction", "证件号码里的出生日期与所填出生日期不一致。", "The birth date in the number differs from the one stated.", "核对两处。", "Check both.");
    }

    private static bool IsObject(JsonElement element, string path, FactProblems problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return true;
        problems.Error(path, "shape", "这里应当是一个对象。", "This must be an object.", "写成 {…}。", "Write {…}.");
        return false;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A member of an object, its name made safe to read.</summary>
    private readonly record struct Member(string Name, JsonElement Value);
}
