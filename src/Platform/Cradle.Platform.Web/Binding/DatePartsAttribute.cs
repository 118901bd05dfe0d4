using Microsoft.AspNetCore.Mvc;

namespace Cradle.Platform.Web.Binding;

/// <summary>A <see cref="DateOnly" /> that a page asks for in three boxes, with <c>&lt;cr-date-input&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DatePartsAttribute() : ModelBinderAttribute(typeof(DatePartsBinder));
