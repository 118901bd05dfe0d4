using Microsoft.AspNetCore.Http.Extensions;

namespace Cradle.Governance.Board;

/// <summary>The addresses of the module's pages.</summary>
public static class GovernanceLinks
{
    public const string Board = "governance";
    public const string Tasks = "governance/tasks";
    public const string Mine = "governance/mine";
    public const string Check = "governance/check";
    public const string Orders = "governance/orders";
    public const string Timeline = "governance/timeline";
    public const string Loop = "governance/loop";
    public const string Import = "governance/import";

    public static string Task(Guid id) => $"{Tasks}/{id}";

    /// <summary>The list behind a number.</summary>
    public static string List(TaskFilter filter)
    {
        var query = new QueryBuilder { { "division", filter.Division.ToString() } };
        Add("year", filter.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("part", filter.Part);
        Add("unit", filter.Unit);
        Add("standing", filter.Standing?.ToString());
        Add("late", filter.Late ? "true" : null);
        Add("soon", filter.Soon ? "true" : null);
        return Tasks + query;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }
}
