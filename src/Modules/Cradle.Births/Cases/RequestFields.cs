using System.Text.Json;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Reads the members of a request, and collects those that could not be read: each is said with whatever else is wrong.</summary>
internal sealed class RequestFields
{
    private readonly List<FormProblem> _problems = [];

    public IReadOnlyList<FormProblem> Problems => _problems;

    public void Add(FormProblem problem) => _problems.Add(problem);

    /// <summary>Refuses members that the contract does not know: what somebody meant to say must not be passed over.</summary>
    public void Refuse(string before, IReadOnlyDictionary<string, JsonElement>? unknown)
    {
        foreach (var name in unknown?.Keys ?? [])
            Add(new(before + name, "unknownMember", new("不认识这一项。", "This member is not known."), new("核对拼写，或删去。", "Check its spelling or remove it.")));
    }

    /// <summary>A member that has to be there; one that stands in for it where it is null.</summary>
    public T Need<T>(string field, T? value, T instead)
        where T : class
    {
        if (value is not null)
            return value;
        Add(new(field, "missing", new("没有写这一项。", "This member is missing."), new("写上，或者去掉 null。", "Give it, and no null.")));
        return instead;
    }

    /// <summary>A division; the nation stands in for one that can't be read.</summary>
    public DivisionCode Place(string field, string? text)
    {
        if (DivisionCode.TryParse(text, out var place))
            return place;
        Add(PlaceCheck.NoCode(field));
        return DivisionCode.Nation;
    }

    /// <summary>What could not be read, and what is wrong with the rest: a field is told one thing.</summary>
    public static IReadOnlyList<FormProblem> Together(IReadOnlyList<FormProblem> unread, IReadOnlyList<FormProblem> wrong) =>
        [.. unread, .. wrong.Where(problem => unread.All(told => told.Field != problem.Field))];
}
