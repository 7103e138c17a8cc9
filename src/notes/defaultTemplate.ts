/**
 * The note that a paper gets where the user has no template: what is known about it, and what a reader writes down. Under each heading
 * is a line to write in, with an empty line on either side of it.
 */
export const DEFAULT_TEMPLATE = `---
{{ frontMatter }}
---

# {{ title | md }}
{%- if authorString != "" or venue or year or links.size > 0 %}
{% endif %}
{%- if authorString != "" %}
- **Authors:** {{ authorString | md }}
{%- endif %}
{%- if venue or year %}
- **Published:** {% if venue %}*{{ venue | md }}*{% if year %}, {% endif %}{% endif %}{{ year }}
{%- endif %}
{%- if links.size > 0 %}
- **Links:** {% for link in links %}[{{ link.label | md }}]({{ link.url }}){% unless forloop.last %} · {% endunless %}{% endfor %}
{%- endif %}
{%- if abstract %}

{{ abstract | quote }}
{%- endif %}

## Summary



## Key points



## Method



## Quotes



## Questions



## Related papers

`;
