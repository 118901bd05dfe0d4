namespace Cradle.Platform.Web.Api;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">The member or parameter, as its path in the request; <c>$</c> for the body as a whole.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record FieldProblem(string Field, string Code, string Reason, string Remedy);
